import type { PageState } from "../../shared/protocol/messages.ts";
import { send } from "../messages.ts";

/** Tells an open panel how the page in a tab stands. */
export const tell = (tab: number, state: PageState): Promise<void> => send({ type: "page", tab, state });
