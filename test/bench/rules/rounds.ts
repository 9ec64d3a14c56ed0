export interface Runner {
  readonly name: string;
  /** Does the same thing so many times over, such as answering for a visitor. */
  readonly work: (times: number) => void | Promise<void>;
  readonly warmUp: WarmUp;
}

/** At least so long; and until it was done so many times, but not for ever. */
export interface WarmUp {
  readonly ms: number;
  readonly times?: number;
}

export interface Rounds {
  /** Nanoseconds that one time of `work` takes, one figure a round, by runner. */
  readonly ns: ReadonlyMap<string, readonly number[]>;
  /** Runners that were not done warming up when that had taken long enough. */
  readonly cold: readonly string[];
}

const sliceMs = 2.5;
const longestWarmUpMs = 20_000;

/**
 * Times every runner in every round, each round beginning with another one, in slices so short that
 * whatever else the machine does falls on all alike. What is reported are medians of rounds.
 */
export async function timeRounds(
  runners: readonly Runner[],
  rounds: number,
  progress: (part: number) => void,
): Promise<Rounds> {
  const times = new Map<string, number>();
  const cold: string[] = [];
  for (const runner of runners) {
    const { perSlice, isHot } = await warmUp(runner);
    times.set(runner.name, perSlice);
    if (!isHot) cold.push(runner.name);
  }
  const figures = new Map(runners.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < runners.length; turn++) {
      const runner = runners[(round + turn) % runners.length];
      if (!runner) continue;
      const count = times.get(runner.name) ?? 1;
      const began = performance.now();
      const waiting = runner.work(count);
      if (waiting) await waiting;
      figures.get(runner.name)?.push(((performance.now() - began) * 1e6) / count);
    }
    progress((round + 1) / rounds);
  }
  return { ns: figures, cold };
}

/** Runs until the code is hot, then says how often it goes into one slice. */
async function warmUp({ work, warmUp: { ms, times: wanted = 0 } }: Runner) {
  const began = performance.now();
  let times = 1;
  let done = 0;
  for (;;) {
    const start = performance.now();
    await work(times);
    const end = performance.now();
    done += times;
    if (end - start < sliceMs / 2) times *= 2;
    else if (end - start > sliceMs * 2 && times > 1) times = Math.ceil(times / 2);
    const isHot = done >= wanted;
    const tookMs = end - began;
    if (tookMs >= ms && (isHot || tookMs >= longestWarmUpMs)) return { perSlice: times, isHot };
  }
}

export function quantile(figures: readonly number[], part: number): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (figures: readonly number[]): number => quantile(figures, 0.5);
