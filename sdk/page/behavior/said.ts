import { ABSENT, type Facts, known, unknown } from "../../../shared/engine/facts.ts";
import { factsFrom } from "../../../shared/manifest/facts.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import { type Log, PAUSE_MS, type Visits, withEvent } from "./visits.ts";

/**
 * What a log says of its visitor, by property: made ready when it is written, since what decides before
 * the first paint has no room to work it out.
 */
export type Said = {
  /** Milliseconds since 1970: a view after it begins a session, of which `next` holds. */
  readonly until: number;
  readonly now: Facts["properties"];
  readonly next: Facts["properties"];
};

export function said(log: Log, manifest: Manifest): Said {
  const until = (log.events.at(-1)?.at ?? 0) + PAUSE_MS;
  const next = withEvent(log, { event: "", at: until + 1 }, {});
  return { until, now: propertiesOf(log.visits, manifest), next: propertiesOf(next.visits, manifest, true) };
}

/** What leads to the next session is not known before it begins. */
const propertiesOf = (visits: Visits | undefined, manifest: Manifest, isNext = false): Said["now"] =>
  factsFrom(manifest.properties, "behavior", ({ of = "" }) => {
    const [whole = "", part] = of.split(".");
    if (!visits || (isNext && whole === "lastTouch")) return unknown("pending");
    const found = (visits as Readonly<Record<string, unknown>>)[whole];
    const value = part ? (found as Readonly<Record<string, string>> | undefined)?.[part] : found;
    return value === undefined ? ABSENT : known(value as string | number);
  });
