import { type Lift, liftOf } from "./lift.ts";
import { type Interval, proportion } from "./proportion.ts";

export type Arm = {
  /** Times that a variation was seen (or, held out, would have been): these are not people. */
  readonly exposures: number;
  /** Exposures with at least one conversion. */
  readonly converted: number;
  /** All conversions: one exposure may lead to several. */
  readonly conversions: number;
  /** Of the exposures, the share that converted; absent without exposures. */
  readonly rate?: Interval;
};

export type Row = {
  readonly shown: Arm;
  readonly heldOut: Arm;
  /** Absent unless both arms have exposures. */
  readonly lift?: Lift;
  /** How often something kept a variation away, the most frequent first. */
  readonly suppressed: readonly { readonly by: string; readonly times: number }[];
};

/** A reporting field, and the segments that are reported by it. */
export type Field = Row & {
  readonly reportAs: string;
  readonly segments: readonly (Row & { readonly segment: string })[];
};

/** What was counted of one arm. */
export type Tally = { exposures: number; converted: number; conversions: number };
/** What was counted of one segment under one reporting field. */
export type Counted = {
  readonly reportAs: string;
  readonly segment: string | undefined;
  readonly shown: Tally;
  readonly heldOut: Tally;
  readonly suppressed: Map<string, number>;
};

/** Rows as they are reported: by reporting field, and in each by segment. */
export function fieldsOf(rows: readonly Counted[]): readonly Field[] {
  const names = [...new Set(rows.map(({ reportAs }) => reportAs))];
  const fields = names.map((reportAs): Field => {
    const own = rows.filter((one) => one.reportAs === reportAs);
    const segments = own.map((one) => ({ segment: one.segment ?? "", ...rowOf([one]) }));
    return { reportAs, ...rowOf(own), segments: segments.sort(mostFirst(({ segment }) => segment)) };
  });
  return fields.sort(mostFirst(({ reportAs }) => reportAs));
}

export function rowOf(rows: readonly Counted[]): Row {
  const shown = armOf(rows.map((one) => one.shown));
  const heldOut = armOf(rows.map((one) => one.heldOut));
  const times = new Map<string, number>();
  for (const { suppressed } of rows)
    for (const [by, count] of suppressed) times.set(by, (times.get(by) ?? 0) + count);
  return {
    shown,
    heldOut,
    ...(shown.exposures > 0 && heldOut.exposures > 0 && { lift: liftOf(asHits(shown), asHits(heldOut)) }),
    suppressed: [...times]
      .map(([by, count]) => ({ by, times: count }))
      .sort((one, other) => other.times - one.times || inOrder(one.by, other.by)),
  };
}

function armOf(tallies: readonly Tally[]): Arm {
  const sum = (key: keyof Tally) => tallies.reduce((so, one) => so + one[key], 0);
  const arm = { exposures: sum("exposures"), converted: sum("converted"), conversions: sum("conversions") };
  return { ...arm, ...(arm.exposures > 0 && { rate: proportion(asHits(arm)) }) };
}

const asHits = ({ exposures, converted }: Tally) => ({ of: exposures, hits: converted });

const inOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const mostFirst =
  <Sorted extends Row>(name: (row: Sorted) => string) =>
  (one: Sorted, other: Sorted) =>
    other.shown.exposures + other.heldOut.exposures - one.shown.exposures - one.heldOut.exposures ||
    inOrder(name(one), name(other));
