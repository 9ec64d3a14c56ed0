import { type Condition, leavesOf, operatorOf, type PropertyLeaf, partsOf } from "../../engine/condition.ts";
import type { Segments } from "../../engine/evaluate.ts";
import { entry, type Fact } from "../../engine/facts.ts";
import { answerProperty, type FactLeaf, isFactLeaf } from "../../engine/leaf/answer.ts";
import { candidatesIn } from "../../engine/witness/values.ts";
import type { Library } from "../library.ts";

type Rules = Pick<Library, "segments" | "properties">;

/** About as many logs of events are tried for one leaf. */
const LOGS = 20;
const MOST_DRAFTS = 50_000;
const MOST_EVENTS = 1_000_000;

/** Whether looking for a witness ends in a moment even where there is none: every way may have to be tried. */
export function isSearchable(
  condition: Condition,
  want: "yes" | "no",
  { segments, properties }: Rules,
  now: number,
): boolean {
  const candidates = candidatesIn(condition, segments, properties, now);
  const waysOf = (part: Condition, isWanted: boolean): number => {
    if ("not" in part) return waysOf(part.not, !isWanted);
    if ("all" in part || "any" in part) {
      const ways = partsOf(part).map((one) => waysOf(one, isWanted));
      return "all" in part === isWanted
        ? ways.reduce((product, one) => product * one, 1)
        : ways.reduce((sum, one) => sum + one, 0);
    }
    if ("segment" in part) {
      const segment = entry(segments, part.segment);
      return segment ? waysOf(segment.when, isWanted) : 0;
    }
    if ("membership" in part) return 1;
    if (!("property" in part)) return LOGS;
    const isRight = (fact: Fact) =>
      answerProperty(part, fact, now, properties).is === (isWanted ? "yes" : "no");
    // A leaf that nothing was thought of for is still one to look at.
    return Math.max(1, (candidates.get(part.property) ?? []).filter(isRight).length);
  };
  const drafts = waysOf(condition, want === "yes");
  const events = leavesWithin(condition, segments).reduce((most, leaf) => Math.max(most, eventsOf(leaf)), 1);
  return drafts <= MOST_DRAFTS && drafts * events <= MOST_EVENTS;
}

const eventsOf = (leaf: FactLeaf): number => {
  if ("event" in leaf) return Math.max(1, leaf.atLeast ?? 0, leaf.atMost ?? 0);
  return "score" in leaf ? 100 : 1;
};

/** Whether not finding a witness says anything: texts, lists and dates that must be several things at once are seldom thought of. */
export function isFoundOut(condition: Condition, { segments, properties }: Rules): boolean {
  const leaves = leavesWithin(condition, segments);
  const parts = leaves.filter((leaf) => "property" in leaf && isAboutParts(leaf, properties));
  const asked = parts.map((leaf) => ("property" in leaf ? leaf.property : ""));
  return !leaves.some(isSeldomGuessed) && new Set(asked).size === asked.length && !asksEventsTwice(leaves);
}

const isAboutParts = (leaf: PropertyLeaf, properties: Library["properties"]) => {
  const type = entry(properties, leaf.property)?.type;
  return operatorOf(leaf)[0] !== "known" && (type === "text" || type === "list" || type === "date");
};

/** Expressions, and several events at named times. */
const isSeldomGuessed = (leaf: FactLeaf) =>
  JSON.stringify(leaf).includes('"matches"') || ("event" in leaf && Boolean(leaf.first && leaf.last));

const asksEventsTwice = (leaves: readonly FactLeaf[]) => {
  const names = leaves.flatMap((leaf) =>
    "event" in leaf ? [leaf.event] : "score" in leaf ? leaf.score.map(({ event }) => event) : [],
  );
  return new Set(names).size < names.length;
};

function leavesWithin(condition: Condition, segments: Segments): readonly FactLeaf[] {
  return leavesOf(condition).flatMap((leaf) => {
    if (isFactLeaf(leaf)) return [leaf];
    const segment = "segment" in leaf ? entry(segments, leaf.segment) : undefined;
    return segment ? leavesWithin(segment.when, segments) : [];
  });
}
