import type { SINKS } from "../../shared/library/vocabulary.ts";
import { listen } from "./behavior/listen.ts";
import { askCountry } from "./consent/ask-country.ts";
import { watchGoals } from "./measure/goals.ts";
import { adobe } from "./measure/sinks/adobe.ts";
import { dataLayer } from "./measure/sinks/data-layer.ts";
import { hubspot } from "./measure/sinks/hubspot.ts";
import { segment } from "./measure/sinks/segment.ts";
import type { Sink } from "./measure/sinks/sink.ts";

export type Sinks = Readonly<Partial<Record<(typeof SINKS)[number], Sink>>>;

/** What the later part is made of besides what every library needs. */
export type LaterParts = {
  readonly sinks: Sinks;
  /** There where a condition asks for clicks or forms. */
  readonly listen?: typeof listen | undefined;
  /** There where the library depends on the visitor's country. */
  readonly country?: typeof askCountry | undefined;
  /** There where an offer says what shows that its goal is reached. */
  readonly goals?: typeof watchGoals | undefined;
};

/** Everything that any library can use. */
export const EVERY_LATER_PART: LaterParts = {
  listen,
  country: askCountry,
  goals: watchGoals,
  sinks: { dataLayer, hubspot, segment, adobe },
};
