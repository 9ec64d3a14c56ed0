import { checkAnswers } from "./check-answers.ts";
import type { Engine } from "./engines/engine.ts";
import { loadForwhom } from "./engines/forwhom.ts";
import { loadGrowthBook } from "./engines/growthbook.ts";
import { loadHandWritten } from "./engines/hand-written.ts";
import { loadCompiledLogic, loadInterpretedLogic, loadJsonLogic } from "./engines/json-logic.ts";
import { loadJsonRulesEngine } from "./engines/json-rules-engine.ts";
import { loadMingo, loadSift } from "./engines/mongo.ts";
import { fiveSegments } from "./five-segments.ts";
import { median, quantile, timeRounds } from "./rounds.ts";
import { makeVisitors } from "./visitors.ts";

export interface Figures {
  /** Of hand-written predicates: the median of the rounds' own ratios, since both ran in the same moment. */
  readonly ratio: number;
  /** Segments answered in a second. */
  readonly perSecond: number;
  /** One round in ten was slower than the first of these, one in ten faster than the second. */
  readonly spread: readonly [number, number];
}

export type FiveFigures = Readonly<Record<string, Figures>>;

export interface Five {
  readonly five: FiveFigures;
  /** The fast ones again over 500 visitors only, whose branches the processor learns by heart. */
  readonly fiveRepeated: FiveFigures;
}

const visitorCount = 10_000;
const repeatedCount = 500;
const rounds = 300;
const ids = Object.keys(fiveSegments);

export async function measureFive(progress: (part: number) => void): Promise<Five> {
  const visitors = makeVisitors(visitorCount);
  const fast = [
    loadForwhom(fiveSegments, visitors),
    loadHandWritten(visitors),
    loadCompiledLogic(fiveSegments, visitors),
  ];
  const engines = [
    ...fast,
    loadInterpretedLogic(fiveSegments, visitors),
    loadGrowthBook(fiveSegments, visitors),
    loadJsonLogic(fiveSegments, visitors),
    loadSift(fiveSegments, visitors),
    loadMingo(fiveSegments, visitors),
    loadJsonRulesEngine(fiveSegments, visitors),
  ];
  await checkAnswers(engines, fiveSegments, visitors);
  // All visitors in turn, as no page answers for the same one again and again.
  const five = await measureOver(visitorCount, engines, progress);
  return { five, fiveRepeated: await measureOver(repeatedCount, fast, () => undefined) };
}

async function measureOver(
  count: number,
  engines: readonly Engine[],
  progress: (part: number) => void,
): Promise<FiveFigures> {
  const runners = engines.map((engine) => ({ ...runnerOf(engine, count), warmUp: { ms: 400 } }));
  const { ns } = await timeRounds(runners, rounds, progress);
  const limit = ns.get("hand-written") ?? [];
  return Object.fromEntries(
    engines.map(({ name }) => {
      const own = ns.get(name) ?? [];
      const perSecond = (part: number) => (1e9 * ids.length) / quantile(own, part);
      const ratio = median(own.map((time, round) => (limit[round] ?? Number.NaN) / time));
      return [name, { ratio, perSecond: perSecond(0.5), spread: [perSecond(0.9), perSecond(0.1)] }];
    }),
  );
}

/** One time is one visitor. A slice begins where the one before it stopped. */
function runnerOf({ name, answer }: Engine, count: number) {
  let at = 0;
  const work = (times: number): void | Promise<void> => {
    for (let left = times; left > 0; ) {
      const from = at;
      const to = Math.min(count, from + left);
      left -= to - from;
      at = to === count ? 0 : to;
      const waiting = answer(from, to);
      // Only a slow engine makes one wait, and its slices are too short to come round twice.
      if (waiting) return waiting;
    }
  };
  return { name, work };
}
