import type { ContentKind } from "./kind.ts";

export const hide: ContentKind = () => ({ attributes: { hidden: "" } });
