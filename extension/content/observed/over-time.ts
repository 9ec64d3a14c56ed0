import type { Reading } from "../../../shared/consent/reading.ts";
import type { ObservedSlot } from "../../../shared/protocol/observation.ts";

const MOST = 50;

type Moment = { readonly at: number; readonly seen?: number; readonly readings: readonly Reading[] };

/**
 * Remembers how consent went: each time that anything about it changed, what was said then, and when that was last
 * said. `saidAt` is when the page said it, which may be before it is looked at.
 */
export function rememberConsent(changed: () => void) {
  const moments: Moment[] = [];
  let last = "";
  let seen = 0;
  return (readings: readonly Reading[], now: number, saidAt = now): readonly Moment[] => {
    const said = JSON.stringify(readings);
    if (said !== last) {
      const before = moments.pop();
      if (before) moments.push({ ...before, seen: Math.max(seen, before.at) });
      moments.push({ at: now, readings });
      // The oldest goes: what was before the first moment that is known is then not known.
      if (moments.length > MOST) moments.shift();
      last = said;
      changed();
    }
    seen = saidAt;
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
