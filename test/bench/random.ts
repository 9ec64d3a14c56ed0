export interface Random {
  /** From 0 up to 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number;
  readonly one: <T>(of: readonly [T, ...T[]]) => T;
  readonly chance: (likelihood: number) => boolean;
}

/** The same numbers on every machine and in every run (mulberry32), so that two runs answer the same. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    one: (of) => of[whole(0, of.length - 1)] ?? of[0],
    chance: (likelihood) => next() < likelihood,
  };
}
