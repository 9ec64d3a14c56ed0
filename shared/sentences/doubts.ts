import type { Evaluation } from "../engine/evaluate.ts";
import { entry } from "../engine/facts.ts";
import { type Names, propertyName, segmentName } from "./names.ts";
import { settling } from "./settling.ts";
import { type Language, type Speaker, speaker } from "./speaker.ts";

/** Why an evaluation is in doubt: what could not be told, and for what reason. */
export const doubts = (evaluation: Evaluation, names: Names, language: Language = "en"): string =>
  doubtWords(settling(evaluation), speaker(names, language));

/** Whatever is in doubt for the same reason, together. */
export function doubtWords(leaves: readonly Evaluation[], speaker: Speaker): string {
  const { say, list } = speaker;
  const reasons = new Map<string, Set<string>>();
  for (const leaf of leaves) {
    const because = say(`because.${sourceOf(leaf, speaker)}.${leaf.because ?? "missing"}`, {});
    reasons.set(because, (reasons.get(because) ?? new Set()).add(subjectOf(leaf, speaker)));
  }
  return [...reasons]
    .map(([because, subjects]) => say("doubt", { because, subjects: list([...subjects], "and") }))
    .reduce((first, second) => say("doubts.joined", { first, second }));
}

/** How many things the first reason is about: the verb before them depends on it. */
export function countOfDoubts(evaluation: Evaluation, speaker: Speaker): number {
  const leaves = settling(evaluation);
  const alike = leaves.filter((leaf) => leaf.because === leaves[0]?.because);
  return new Set(alike.map((leaf) => subjectOf(leaf, speaker))).size;
}

/** Where the answer would have come from: what was done is in the device's log. */
const sourceOf = ({ condition }: Evaluation, { names }: Speaker): "crm" | "behavior" =>
  "event" in condition ||
  "score" in condition ||
  ("property" in condition && entry(names.properties, condition.property)?.from === "behavior")
    ? "behavior"
    : "crm";

function subjectOf({ condition }: Evaluation, speaker: Speaker): string {
  const { say, names } = speaker;
  if ("property" in condition) return propertyName(condition.property, speaker);
  if ("event" in condition || "score" in condition) return say("subject.behavior", {});
  if ("segment" in condition) return say("quoted", { text: segmentName(condition.segment, names) });
  if (!("membership" in condition)) return say("subject.criteria", {});
  const owner = condition.membership.replace(/~\d+$/, "");
  const name = (entry(names.segments, owner) ?? entry(names.suppressions, owner))?.name;
  return name === undefined ? say("subject.private", {}) : say("quoted", { text: name });
}
