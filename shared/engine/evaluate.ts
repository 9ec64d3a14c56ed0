import { type Condition, partsOf, type Value } from "./condition.ts";
import { entry, type Facts, type UnknownBecause } from "./facts.ts";
import { answerLeaf, type FactLeaf, type LeafAnswer } from "./leaf/answer.ts";
import type { TraitsOf } from "./leaf/traits.ts";
import { all, any, not, type Truth } from "./truth.ts";

/** The answer to a condition together with the answers it rests on: the material of every trace. */
export type Evaluation = {
  readonly is: Truth;
  readonly condition: Condition;
  /** Why a leaf is unknown. */
  readonly because?: UnknownBecause | undefined;
  /** What a leaf found: a property's value, or how often an event happened. */
  readonly found?: Value | undefined;
  readonly parts?: readonly Evaluation[] | undefined;
};

export type Segments = Readonly<Record<string, { readonly when: Condition }>>;

/** What a condition may refer to: other segments, and how properties are read. */
export type Terms = { readonly segments: Segments; readonly properties?: TraitsOf | undefined };

/** Answers one condition for one visitor. Never throws: a segment that does not exist is unknown. */
export const evaluate = (
  condition: Condition,
  facts: Facts,
  { segments, properties = {} }: Terms,
): Evaluation => weigh(condition, (leaf) => answerLeaf(leaf, facts, properties), segments);

/** Puts the answers of a condition's leaves together, wherever they come from. */
export function weigh(
  condition: Condition,
  answerOf: (leaf: FactLeaf) => LeafAnswer,
  segments: Segments,
  opened: readonly string[] = [],
): Evaluation {
  if ("segment" in condition) {
    const segment = entry(segments, condition.segment);
    // A cycle is refused when the library is checked; here it only must not hang.
    if (!segment || opened.includes(condition.segment))
      return { is: "unknown", condition, because: "missing" };
    const part = weigh(segment.when, answerOf, segments, [...opened, condition.segment]);
    return { is: part.is, condition, parts: [part] };
  }
  if (!("all" in condition || "any" in condition || "not" in condition))
    return { condition, ...answerOf(condition) };
  const parts = partsOf(condition).map((part) => weigh(part, answerOf, segments, opened));
  const truths = parts.map((part) => part.is);
  const is =
    "all" in condition ? all(truths) : "any" in condition ? any(truths) : not(truths[0] ?? "unknown");
  return { is, condition, parts };
}
