import { type Interval, type Proportion, proportion, Z_95, Z_POWER_80 } from "./proportion.ts";

/** What came of showing a variation, beside what came of not showing it. */
export type Lift = {
  /** The rate of those shown minus the rate of those held out. */
  readonly difference: Interval;
  /** The rate of those shown over the rate of those held out; absent where that is no number. */
  readonly ratio: { readonly is?: number; readonly low: number; readonly high?: number };
  readonly verdict: Verdict;
};

export type Verdict =
  | { readonly is: "more" | "less" }
  /** The interval holds both more and less. */
  | { readonly is: "too early"; readonly needs?: Needs };

/** How many exposures more would show a difference of this size, four times out of five. */
export type Needs = { readonly exposures: number; readonly heldOut: number };

/**
 * Compares two arms. The difference has Newcombe's hybrid score interval (method 10 in Stat. Med. 17
 * (1998) 873), the ratio has the same limits carried over (MOVER-R: Donner and Zou, Stat. Methods Med.
 * Res. 21 (2012) 347), so that both always agree on whether there is a difference at all.
 */
export function liftOf(shown: Proportion, heldOut: Proportion): Lift {
  const one = proportion(shown);
  const other = proportion(heldOut);
  const difference = differenceOf(one, other);
  const verdict: Verdict =
    difference.low > 0
      ? { is: "more" }
      : difference.high < 0
        ? { is: "less" }
        : { is: "too early", ...needed(shown, heldOut) };
  return { difference, ratio: ratioOf(one, other), verdict };
}

function differenceOf(one: Interval, other: Interval): Interval {
  const is = one.is - other.is;
  return {
    is,
    low: is - Math.hypot(one.is - one.low, other.high - other.is),
    high: is + Math.hypot(one.high - one.is, other.is - other.low),
  };
}

/** The ratio at which one rate, less so many times the other, is at the limit of its interval. */
function ratioOf(one: Interval, other: Interval): Lift["ratio"] {
  const both = one.is * other.is;
  const without = (value: number, limit: number) => value ** 2 - (value - limit) ** 2;
  const root = (mine: number, theirs: number) => Math.sqrt(Math.max(both ** 2 - mine * theirs, 0));
  const low = without(one.is, one.low);
  const high = without(other.is, other.low);
  return {
    ...(other.is > 0 && {
      is: one.is / other.is,
      high: (both + root(without(one.is, one.high), high)) / high,
    }),
    // Turned round, so that nothing is divided by what may be next to nothing.
    low: low === 0 ? 0 : low / (both + root(low, without(other.is, other.high))),
  };
}

/**
 * The usual size of a sample for two proportions, in the shares in which these came: a small holdout
 * needs many more exposures than an even split.
 */
function needed(shown: Proportion, heldOut: Proportion): { readonly needs?: Needs } {
  const [p, q] = [shown.hits / shown.of, heldOut.hits / heldOut.of];
  const share = heldOut.of / (shown.of + heldOut.of);
  const spread = (p * (1 - p)) / (1 - share) + (q * (1 - q)) / share;
  const all = ((Z_95 + Z_POWER_80) ** 2 * spread) / (p - q) ** 2;
  const exposures = Math.ceil(all - shown.of - heldOut.of);
  return Number.isFinite(exposures) && exposures > 0
    ? { needs: { exposures, heldOut: Math.ceil(exposures * share) } }
    : {};
}
