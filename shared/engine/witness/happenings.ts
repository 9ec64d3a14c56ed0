import type { EventLeaf, EventPattern, Scalar, ScoreLeaf, Step } from "../condition.ts";
import { ABSENT, known, type VisitorEvent } from "../facts.ts";
import { durationMs } from "../leaf/duration.ts";
import { testFact } from "../leaf/operators.ts";
import { momentsNear, valuesNear } from "./values.ts";

type Log = readonly VisitorEvent[];

const MINUTE = 60_000;
const DAY = 86_400_000;
/** More events than this are not made up to reach a score. */
const MOST = 200;

/** Logs of events worth trying so that a leaf about events may answer yes, or no: the engine has the last word. */
export function* logsFor(leaf: EventLeaf | ScoreLeaf, now: number): Generator<Log> {
  yield [];
  if ("score" in leaf) yield* scoreLogs(leaf, now);
  else yield* eventLogs(leaf, now);
}

function* eventLogs(leaf: EventLeaf, now: number): Generator<Log> {
  const atLeast = leaf.atLeast ?? 1;
  const counts = [atLeast, atLeast - 1, ...(leaf.atMost === undefined ? [] : [leaf.atMost + 1, leaf.atMost])];
  const window = durationMs(leaf.within ?? leaf.everWithin ?? "1d") ?? DAY;
  const long = durationMs(leaf.notWithin ?? leaf.within ?? "1d") ?? DAY;
  const named = [leaf.first, leaf.last].flatMap((test) =>
    test
      ? momentsNear("before" in test ? test.before : test.after, now).map(
          (moment) => now - Date.parse(moment),
        )
      : [],
  );
  for (const count of new Set(counts.filter((one) => one > 0)))
    for (const ago of [window / 2, 1.5 * long, ...named.filter((one) => one > 0)]) {
      const spread = Math.min(window, ago) / (2 * count + 2);
      const log = Array.from({ length: count }, (_, index) => happened(leaf, now - ago + spread * index));
      if (log.every((one) => one !== undefined)) {
        yield leaf.then ? log.flatMap((one) => [one, ...followUps(one, leaf.then)]) : log;
        if (leaf.then) yield log;
      }
    }
}

function followUps(one: VisitorEvent, step: Step | undefined): Log {
  if (!step) return [];
  const next = happened(step, one.at + Math.min(MINUTE, (durationMs(step.within ?? "1d") ?? MINUTE) / 2));
  return next ? [next, ...followUps(next, step.then)] : [];
}

/** So many events of one kind, just now, that the score passes each number it is compared with. */
function* scoreLogs(leaf: ScoreLeaf, now: number): Generator<Log> {
  const bounds = Object.values(leaf)
    .flat()
    .filter((one) => typeof one === "number");
  for (const part of leaf.score)
    for (const bound of bounds) {
      const needed = part.weight === 0 ? 0 : Math.ceil(bound / part.weight);
      for (const count of [needed, needed + 1, needed - 1])
        if (count > 0 && count <= MOST) {
          const log = Array.from({ length: count }, () => happened(part, now));
          if (log.every((one) => one !== undefined)) yield log;
        }
    }
}

/** One event as a pattern asks for; undefined where no field was found that passes its test. */
function happened({ event, where = {} }: EventPattern, at: number): VisitorEvent | undefined {
  const fields: Record<string, Scalar> = {};
  for (const [field, test] of Object.entries(where)) {
    const value = valuesNear(test, at).find(
      (one): one is Scalar => typeof one !== "object" && testFact(test, known(one), { now: at }) === "yes",
    );
    if (value !== undefined) fields[field] = value;
    else if (testFact(test, ABSENT, { now: at }) !== "yes") return undefined;
  }
  return { event, at: Math.round(at), fields };
}
