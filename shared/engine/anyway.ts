import type { Candidate, Decision, Stop, Unusable } from "./trace.ts";

/** A variation that a marketer asked to see in a slot, whoever is previewed. */
export type Anyway = Pick<Candidate, "variation" | "segment" | "goal"> & {
  readonly slot: string;
  readonly offer?: string | undefined;
};

/**
 * The decision with what was asked for in place of what was decided; every candidate keeps what stopped it. Undefined
 * where nothing was asked for, or the page cannot show it.
 */
export function shownAnyway(
  decision: Decision,
  asked: readonly Anyway[],
  unusable: ReadonlyMap<string, Unusable>,
): Decision | undefined {
  const one = asked.find(({ slot }) => slot === decision.slot);
  if (!one || unusable.has(one.variation)) return undefined;
  const { variation, segment, goal, offer } = one;
  const tried = decision.candidates.find((candidate) => candidate.variation === variation);
  return { ...decision, outcome: "variation", shown: tried ?? { variation, segment, goal, offer } };
}

/** What was decided before something else was shown anyway: the first candidate that nothing stopped, if any. */
export function asDecided(decision: Decision): Decision {
  const { shown: _, ...rest } = decision;
  const passed = decision.candidates.find(({ stoppedBy }) => !stoppedBy);
  if (passed) return { ...rest, outcome: "variation", shown: passed };
  return { ...rest, outcome: decision.defaultStoppedBy ? "neutral" : "default" };
}

/**
 * Whether it makes sense to see a candidate anyway that this stopped: not where the page does not have the content, and
 * not where somebody is simply not meant, who can be previewed instead.
 */
export const mayBeSeenAnyway = ({ by }: Stop): boolean =>
  by !== "content" && by !== "unapproved" && by !== "contested" && by !== "targeting";
