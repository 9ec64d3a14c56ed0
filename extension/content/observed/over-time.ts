import type { Reading } from "../../../shared/consent/reading.ts";
import type { ObservedSlot } from "../../../shared/protocol/observation.ts";

const MOST = 50;

type Moment = { readonly at: number; readonly readings: readonly Reading[] };

/** Remembers how consent went: each time that anything about it changed, and what was said then. */
export function rememberConsent(changed: () => void) {
  const moments: Moment[] = [];
  let last = "";
  return (readings: readonly Reading[], now: number): readonly Moment[] => {
    const said = JSON.stringify(readings);
    if (said === last) return moments;
    last = said;
    moments.push({ at: now, readings });
    // The oldest goes: what was before the first moment that is known is then not known.
    if (moments.length > MOST) moments.shift();
    changed();
    return moments;
  };
}

/** Remembers since when each slot shows what it shows, where it was seen to change. */
export function rememberSlots() {
  const seen = new Map<string, { readonly shows: string; readonly since: number | undefined }>();
  let isFirst = true;
  return (slots: readonly ObservedSlot[], now: number): readonly ObservedSlot[] => {
    const dated = slots.map((slot) => {
      const shows = `${slot.outcome} ${slot.shown ?? ""}`;
      const before = seen.get(slot.selector);
      const since = before?.shows === shows ? before.since : isFirst ? undefined : now;
      seen.set(slot.selector, { shows, since });
      return { ...slot, ...(since !== undefined && { since }) };
    });
    isFirst = false;
    return dated;
  };
}
