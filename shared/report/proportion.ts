import jStat from "jstat";

/** So many of so many. */
export type Proportion = { readonly of: number; readonly hits: number };

/** A measured value and the 95 % confidence interval around it. */
export type Interval = { readonly is: number; readonly low: number; readonly high: number };

/** How many standard deviations 95 % of a normal distribution lie within, to either side. */
export const Z_95 = jStat.normal.inv(0.975, 0, 1);
/** How many more it takes to find 80 % of what is there. */
export const Z_POWER_80 = jStat.normal.inv(0.8, 0, 1);

/**
 * A proportion with Wilson's score interval, which stays true for small numbers and never leaves 0 to 1.
 * Wilson, J. Am. Stat. Assoc. 22 (1927) 209; method 3 of Newcombe, Stat. Med. 17 (1998) 857.
 */
export function proportion({ of, hits }: Proportion): Interval {
  const is = hits / of;
  const middle = 2 * hits + Z_95 ** 2;
  const half = Z_95 * Math.sqrt(Z_95 ** 2 + 4 * hits * (1 - is));
  const whole = 2 * (of + Z_95 ** 2);
  // Where nobody or everybody is a hit the formula ends there too, but for the last bit of the number.
  return {
    is,
    low: hits === 0 ? 0 : (middle - half) / whole,
    high: hits === of ? 1 : (middle + half) / whole,
  };
}
