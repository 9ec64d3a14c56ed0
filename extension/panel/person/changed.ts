import {
  ABSENT,
  type Fact,
  type Facts,
  known,
  mapped,
  unknown,
  type VisitorEvent,
} from "../../../shared/engine/facts.ts";
import { durationMs } from "../../../shared/engine/leaf/duration.ts";
import type { Changes, Did, Said } from "../../../shared/protocol/choice.ts";

const MINUTE = 60_000;

/**
 * A visitor's facts with what was changed by hand: that is the last word. Only what the rules know of is
 * taken; a visitor of whom nothing else is known has nothing else, so that no doubt gets in the way.
 */
export function changed(
  facts: Facts,
  { properties = {}, didNothing, events = [] }: Changes,
  rules: { readonly properties: Readonly<Record<string, unknown>> },
): Facts {
  const taken = Object.entries(properties).filter(([id]) => Object.hasOwn(rules.properties, id));
  const before = didNothing ? [] : facts.events;
  const did = events.flatMap((one) => happened(one, facts.now));
  return {
    ...facts,
    properties: { ...facts.properties, ...mapped(Object.fromEntries(taken), factOf) },
    // Whoever did something can be asked what.
    events: did.length === 0 ? before : [...("is" in before ? [] : before), ...did],
  };
}

const factOf = (said: Said): Fact => {
  if (typeof said !== "object" || !("is" in said)) return known(said);
  return said.is === "absent" ? ABSENT : unknown("missing");
};

/** The last time so long ago; those before it minutes apart, as in one visit. */
function happened({ event, fields, times, ago }: Did, now: number): readonly VisitorEvent[] {
  const last = now - (durationMs(ago) ?? 0);
  return Array.from({ length: times }, (_, before) => ({
    event,
    at: last - (times - 1 - before) * MINUTE,
    ...(fields && { fields }),
  }));
}
