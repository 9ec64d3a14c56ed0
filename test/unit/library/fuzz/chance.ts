/** Random choices that are the same for the same seed, so that what fails can be looked at again. */
export type Chance = {
  /** A whole number from 0 up to, and without, this one. */
  readonly below: (limit: number) => number;
  readonly of: <T>(choices: readonly [T, ...T[]]) => T;
  readonly isSo: (share: number) => boolean;
};

/** Mulberry32: small, quick and even enough to try things with. */
export function chance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    of: (choices) => choices[below(choices.length)] ?? choices[0],
    isSo: (share) => next() < share,
  };
}
