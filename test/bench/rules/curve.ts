import { checkAnswers } from "./check-answers.ts";
import { loadClosures } from "./engines/closures.ts";
import type { Engine } from "./engines/engine.ts";
import { loadForwhom } from "./engines/forwhom.ts";
import { loadGrowthBook } from "./engines/growthbook.ts";
import { loadCompiledLogic } from "./engines/json-logic.ts";
import { loadWrittenOut } from "./engines/written-out.ts";
import { makeManyVisitors, makeSegments } from "./many-segments.ts";
import { median, timeRounds } from "./rounds.ts";

export interface Point {
  readonly segments: number;
  /** Nanoseconds a segment, by engine: all segments answered for one visitor, then for the next. */
  readonly ns: Readonly<Record<string, number>>;
  /** Engines whose functions were not all hot yet: slower than they would become in minutes. */
  readonly cold: readonly string[];
}

const sizes = [10, 100, 1_000, 10_000];
/** More than one, so that no branch is guessed right for ever. */
const visitorCount = 20;
const rounds = 80;

export async function measureCurve(folder: URL, progress: (part: number) => void): Promise<readonly Point[]> {
  const points: Point[] = [];
  for (const size of sizes) {
    const segments = makeSegments(size);
    const visitors = makeManyVisitors(visitorCount);
    const engines = [
      loadForwhom(segments, visitors),
      await loadWrittenOut(segments, visitors, folder),
      loadClosures(segments, visitors),
      loadCompiledLogic(segments, visitors),
      loadGrowthBook(segments, visitors),
    ];
    await checkAnswers(engines, segments, visitors);
    const { ns, cold } = await timeRounds(engines.map(runnerOf), rounds, (part) =>
      progress((points.length + part) / sizes.length),
    );
    const medians = engines.map(({ name }) => [name, median(ns.get(name) ?? []) / size] as const);
    points.push({ segments: size, ns: Object.fromEntries(medians), cold });
  }
  return points;
}

/**
 * A function of its own for each segment becomes hot only after some eight thousand calls: until then it
 * is five to ten times slower, and no fair limit. Ten thousand of them do not all get there.
 */
const ownFunctions = new Set(["hand-written", "json-logic-engine compiled"]);
const callsUntilHot = 10_000;

/** One time is one visitor with all segments. */
function runnerOf({ name, answer }: Engine) {
  let visitor = 0;
  const work = (times: number): void => {
    for (let left = times; left > 0; left--) {
      visitor = (visitor + 1) % visitorCount;
      answer(visitor, visitor + 1);
    }
  };
  return { name, work, warmUp: { ms: 500, times: ownFunctions.has(name) ? callsUntilHot : 0 } };
}
