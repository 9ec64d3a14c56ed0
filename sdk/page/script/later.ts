import { startLater as start } from "../later.ts";
import type { StartLaterPart } from "../later-part.ts";
import type { LaterParts } from "../later-parts.ts";

export { inspect } from "../inspect.ts";

// `forwhom publish` puts before this script what the library brings along.
declare const __FORWHOM_LATER_PARTS__: LaterParts;

export const startLater: StartLaterPart = (session, stage, signal) =>
  start(session, stage, signal, __FORWHOM_LATER_PARTS__);
