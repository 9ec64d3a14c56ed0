import type { EventLeaf, Step } from "../../../../engine/condition.ts";
import { durationMs } from "../../../../engine/leaf/duration.ts";
import { said } from "../../../../sentences/said.ts";
import { leavesIn } from "../../places.ts";
import { type Problem, warning } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** What has to follow an event fits into the time in which that event is looked for. */
export const windows: Rule = (library) =>
  leavesIn(library).flatMap(({ path, at }) => ("event" in at ? ofEvent(path, at) : []));

const ofEvent = (path: string, { within, then }: EventLeaf): readonly Problem[] =>
  within === undefined ? [] : ofStep(`${path}.then`, then, within);

function ofStep(path: string, step: Step | undefined, window: string): readonly Problem[] {
  if (!step) return [];
  const isLonger = step.within !== undefined && (durationMs(step.within) ?? 0) > (durationMs(window) ?? 0);
  const own = isLonger
    ? [
        warning({
          path: `${path}.within`,
          found: `"${step.within}"`,
          expected: said(
            `within the ${window} in which the first event is looked for`,
            `höchstens ${window}: In dieser Zeit wird das erste Ereignis gesucht`,
          ),
          mend: said(
            `What follows later than that is never seen: say at most "${window}", or look further back.`,
            `Was später folgt, wird nie gesehen: Schreiben Sie höchstens "${window}", oder suchen Sie weiter zurück.`,
          ),
        }),
      ]
    : [];
  return [...own, ...ofStep(`${path}.then`, step.then, window)];
}
