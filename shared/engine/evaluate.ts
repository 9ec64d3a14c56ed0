import type { Condition, Value } from "./condition.ts";
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
  /** Part of what a leaf found is known by its day only. */
  readonly byDay?: true | undefined;
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
): Evaluation {
  // A segment is weighed once, however often it is referred to; while it is being weighed it is undefined.
  const weighed = new Map<string, Evaluation | undefined>();

  /** Undefined: there is no such segment, or it leads back to itself; a checked library has neither. */
  const ofSegment = (id: string): Evaluation | undefined => {
    const segment = entry(segments, id);
    if (segment && !weighed.has(id)) {
      weighed.set(id, undefined);
      weighed.set(id, of(segment.when));
    }
    return weighed.get(id);
  };

  const of = (part: Condition): Evaluation => {
    if ("segment" in part) {
      const inside = ofSegment(part.segment);
      return inside
        ? { is: inside.is, condition: part, parts: [inside] }
        : { is: "unknown", condition: part, because: "missing" };
    }
    if ("all" in part) return together(part, part.all, all);
    if ("any" in part) return together(part, part.any, any);
    if ("not" in part) return together(part, [part.not], ([only]) => not(only ?? "unknown"));
    return { condition: part, ...answerOf(part) };
  };

  const together = (
    whole: Condition,
    conditions: readonly Condition[],
    combine: (truths: readonly Truth[]) => Truth,
  ): Evaluation => {
    const parts = conditions.map(of);
    return { is: combine(parts.map(({ is }) => is)), condition: whole, parts };
  };

  return of(condition);
}
