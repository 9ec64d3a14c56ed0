import type { SINKS } from "../../../shared/library/vocabulary.ts";
import { adobe } from "./sinks/adobe.ts";
import { dataLayer } from "./sinks/data-layer.ts";
import { hubspot } from "./sinks/hubspot.ts";
import { segment } from "./sinks/segment.ts";
import type { Sink } from "./sinks/sink.ts";

export type Sinks = Readonly<Partial<Record<(typeof SINKS)[number], Sink>>>;

/** What the later part measures with besides what every library needs. */
export type Measures = { readonly sinks: Sinks };

/** Everything that any library can use. */
export const EVERY_MEASURE: Measures = { sinks: { dataLayer, hubspot, segment, adobe } };
