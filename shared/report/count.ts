import type { ReportedEvent } from "./event.ts";
import { type Counted, type Field, fieldsOf, type Row, rowOf, type Tally } from "./rows.ts";

/** From `since` on, and before `until`: milliseconds since 1970. */
export type Period = { readonly since?: number | undefined; readonly until?: number | undefined };

export type Report = {
  /** The most exposures first. */
  readonly fields: readonly Field[];
  /** Suppressions that name no segment: of a slot's own content. */
  readonly elsewhere: Row["suppressed"];
  /** Conversions that no exposure led to. */
  readonly uncredited: number;
  /** Conversions credited to an exposure that is not among these: before the period, or in a file not given. */
  readonly creditedElsewhere: number;
  /** Events that never came, since a full device let them go. */
  readonly dropped: number;
  /** Events that never came, since the endpoint refused them. */
  readonly refused: number;
  /** Events that were in the period; each id once. */
  readonly events: number;
  readonly twice: number;
  readonly outside: number;
  /** The times of the first and the last event that was counted. */
  readonly first?: number;
  readonly last?: number;
};

/**
 * Counts events one by one, in whatever order they come, each id once. Of each event its id is kept, and
 * nothing else.
 */
export function startCount({ since = -Infinity, until = Infinity }: Period = {}): {
  readonly add: (event: ReportedEvent) => void;
  readonly report: () => Report;
} {
  /** For an exposure in the period where it is counted; the ids of all other events lead nowhere. */
  const ids = new Map<string, Tally | undefined>();
  const counted = new Map<string, Counted>();
  /** Conversions by the exposure that they are credited to, which may come later. */
  const credits = new Map<string, number>();
  const totals = { uncredited: 0, dropped: 0, refused: 0, events: 0, twice: 0, outside: 0 };
  let first = Infinity;
  let last = -Infinity;

  function at(reportAs: string, segment: string | undefined): Counted {
    const key = JSON.stringify([reportAs, segment]);
    const there = counted.get(key);
    if (there) return there;
    const none = () => ({ exposures: 0, converted: 0, conversions: 0 });
    const made = { reportAs, segment, shown: none(), heldOut: none(), suppressed: new Map() };
    counted.set(key, made);
    return made;
  }

  function add(event: ReportedEvent): void {
    if (ids.has(event.id)) return void totals.twice++;
    ids.set(event.id, undefined);
    if (event.at < since || event.at >= until) return void totals.outside++;
    totals.events++;
    first = Math.min(first, event.at);
    last = Math.max(last, event.at);
    if (event.type === "exposure") {
      const { shown, heldOut } = at(event.reportAs ?? event.segment, event.segment);
      const arm = event.arm === "shown" ? shown : heldOut;
      arm.exposures++;
      ids.set(event.id, arm);
    } else if (event.type === "conversion") {
      if (event.credits === undefined) totals.uncredited++;
      else credits.set(event.credits, (credits.get(event.credits) ?? 0) + 1);
    } else if (event.type === "suppressed") {
      const { suppressed } = at(event.reportAs ?? event.segment ?? "", event.segment);
      suppressed.set(event.by, (suppressed.get(event.by) ?? 0) + 1);
    } else if (event.type !== "other") totals[event.type] += event.count;
  }

  function report(): Report {
    let creditedElsewhere = 0;
    const led = new Map<Tally, Tally>();
    for (const [exposure, times] of credits) {
      const arm = ids.get(exposure);
      if (!arm) creditedElsewhere += times;
      else {
        const so = led.get(arm) ?? { ...arm };
        led.set(arm, { ...so, converted: so.converted + 1, conversions: so.conversions + times });
      }
    }
    const rows = [...counted.values()].map((one) => ({
      ...one,
      shown: led.get(one.shown) ?? one.shown,
      heldOut: led.get(one.heldOut) ?? one.heldOut,
    }));
    const named = rows.filter((one) => one.reportAs !== "");
    return {
      fields: fieldsOf(named),
      elsewhere: rowOf(rows.filter((one) => one.reportAs === "")).suppressed,
      creditedElsewhere,
      ...totals,
      ...(totals.events > 0 && { first, last }),
    };
  }

  return { add, report };
}
