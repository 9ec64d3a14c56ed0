import type { ContentKind } from "./kind.ts";
import { safeNodes } from "./safe.ts";

/** HTML that stands in the library. */
export const html: ContentKind<{ html: string }> = ({ html: source }, place) => safeNodes(source, place);
