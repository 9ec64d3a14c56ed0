import type { Browser } from "puppeteer-core";
import { type Random, randomFrom } from "../random.ts";
import { calm } from "./calm.ts";
import { openColourReader } from "./frames.ts";
import { type Film, filmLoad, type Times, timeLoad } from "./load.ts";
import type { Variant } from "./variants.ts";
import { arrive, newVisitor, type Visitor } from "./visitor.ts";

/** All loads of one variant at one speed: each was filmed once and timed once. */
export interface Measured {
  readonly variant: Variant;
  /** How many times slower than the machine. */
  readonly cpu: number;
  readonly loads: Load[];
}

export type Load = Film & Times;

export interface Rounds {
  readonly browser: Browser;
  readonly url: string;
  readonly variants: readonly Variant[];
  readonly cpus: readonly number[];
  /** Of each variant at each speed. */
  readonly loads: number;
  /** Called after every load with the part of the run that is done, 0 to 1. */
  readonly tell: (part: number) => void;
}

/**
 * Loads every variant at every speed once a round, in an order of its own each round, so that whatever
 * else the machine does, and what the load before left behind, falls on all alike.
 */
export async function measureRounds(run: Rounds): Promise<readonly Measured[]> {
  const { browser, url, variants, cpus, tell } = run;
  const colours = await openColourReader(browser);
  const returning = new Map<Variant, Visitor>();
  for (const variant of variants)
    if (variant.asks === undefined) returning.set(variant, await newVisitor(browser, url, variant));

  /** Where the next load is: a first visit is everybody's first. */
  async function nextVisit(variant: Variant): Promise<string> {
    const visitor = returning.get(variant) ?? (await newVisitor(browser, url, variant));
    await arrive(browser, visitor);
    return visitor.url + variant.path;
  }

  async function load({ variant, cpu }: Measured): Promise<Load> {
    const url = await nextVisit(variant);
    await calm();
    const times = await timeLoad(browser, url, cpu, variant);
    return { ...times, ...(await filmLoad(browser, colours, () => nextVisit(variant), cpu, variant)) };
  }

  const measured = cpus.flatMap((cpu) => variants.map((variant): Measured => ({ variant, cpu, loads: [] })));
  // The first load of each would pay for code that the browser has not compiled yet: it does not count.
  const random = randomFrom(1);
  let done = 0;
  for (let round = 0; round <= run.loads; round++) {
    for (const one of shuffled(measured, random)) {
      const found = await load(one);
      if (round > 0) one.loads.push(found);
      done += 1;
      tell(done / (measured.length * (run.loads + 1)));
    }
  }
  await colours.close();
  return measured;
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((one) => ({ one, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
