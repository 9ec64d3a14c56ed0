import { startLater as start } from "../later.ts";
import type { StartLaterPart } from "../later-part.ts";
import type { Measures } from "../measure/measures.ts";

export { inspect } from "../inspect.ts";

// `forwhom publish` puts before this script what the library measures with.
declare const __FORWHOM_MEASURES__: Measures;

export const startLater: StartLaterPart = (session, stage, signal) =>
  start(session, stage, signal, __FORWHOM_MEASURES__);
