import type { Condition } from "../engine/condition.ts";
import { entry } from "../engine/facts.ts";
import { eventWords, scoreName } from "./events.ts";
import { isListed, type Names, propertyName, segmentName } from "./names.ts";
import { flag, testWords } from "./operators.ts";
import { type Language, type Speaker, speaker } from "./speaker.ts";

/** A condition in words: "persona is CFO, and pricing was visited at least 3 times in 7 days". */
export const describe = (condition: Condition, names: Names, language: Language = "en"): string =>
  conditionWords(condition, speaker(names, language));

/** The same, or its opposite: "not all" is "one is not", so that no sentence says "not (…)". */
export function conditionWords(condition: Condition, speaker: Speaker, isNegated = false): string {
  const { say, names } = speaker;
  if ("not" in condition) return conditionWords(condition.not, speaker, !isNegated);
  if ("all" in condition) return joined(condition.all, isNegated ? "or" : "and", speaker, isNegated);
  if ("any" in condition) return joined(condition.any, isNegated ? "and" : "or", speaker, isNegated);
  const negated = flag(isNegated);
  if ("segment" in condition)
    return say("segment.in", { negated, segment: segmentName(condition.segment, names) });
  if ("membership" in condition) {
    const behind = entry(names.memberships ?? {}, condition.membership);
    return behind
      ? conditionWords(behind, speaker, isNegated)
      : say("membership.private", { negated, hasSegment: "no", segment: "" });
  }
  return hedged(condition, leafWords(condition, speaker, isNegated), isNegated, speaker);
}

type HedgedLeaf = Extract<Condition, { whenUnknown?: unknown }>;

function leafWords(leaf: HedgedLeaf, speaker: Speaker, isNegated: boolean): string {
  if ("event" in leaf) return eventWords(leaf, speaker, isNegated);
  const { say } = speaker;
  if ("score" in leaf)
    return say("clause", {
      subject: scoreName(leaf, speaker),
      predicate: testWords(leaf, speaker, isNegated),
    });
  const property = propertyName(leaf.property, speaker);
  return isListed(leaf.property, speaker.names)
    ? say("clause", { subject: property, predicate: testWords(leaf, speaker, isNegated) })
    : say("property.private", { negated: flag(isNegated), property });
}

/** Below a negation a doubt that counts as no counts as yes. */
const hedged = ({ whenUnknown }: HedgedLeaf, condition: string, isNegated: boolean, { say }: Speaker) =>
  whenUnknown === undefined
    ? condition
    : say("hedge.asked", { condition, counts: flag((whenUnknown === "yes") !== isNegated) });

function joined(
  parts: readonly Condition[],
  word: "and" | "or",
  speaker: Speaker,
  isNegated: boolean,
): string {
  const texts = parts.map((part) => {
    const text = conditionWords(part, speaker, isNegated);
    return isGroup(part, parts.length) ? speaker.say("group", { text }) : text;
  });
  return word === "and" ? clauses(texts, speaker) : speaker.list(texts, "or");
}

const isGroup = (part: Condition, siblings: number): boolean => {
  const inner = "not" in part ? part.not : part;
  const parts = "all" in inner ? inner.all : "any" in inner ? inner.any : [];
  return siblings > 1 && parts.length > 1;
};

/** Whole clauses, one after the other: two of them are kept apart by a comma. */
export function clauses(texts: readonly string[], { say, list }: Speaker): string {
  const [first, second, ...more] = texts;
  return first !== undefined && second !== undefined && more.length === 0
    ? say("clauses.two", { first, second })
    : list(texts, "and");
}
