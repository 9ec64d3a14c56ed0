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

type AnswerOf = (leaf: FactLeaf) => LeafAnswer;

/** Puts the answers of a condition's leaves together, wherever they come from. */
export const weigh = (condition: Condition, answerOf: AnswerOf, segments: Segments): Evaluation =>
  weighPart(condition, answerOf, segments, new Map());

/** A segment is weighed once, however often it is referred to; while it is being weighed it is undefined. */
type Weighed = Map<string, Evaluation | undefined>;

function weighPart(
  condition: Condition,
  answerOf: AnswerOf,
  segments: Segments,
  weighed: Weighed,
): Evaluation {
  if ("segment" in condition) {
    const part = weighSegment(condition.segment, answerOf, segments, weighed);
    return part
      ? { is: part.is, condition, parts: [part] }
      : { is: "unknown", condition, because: "missing" };
  }
  if (!("all" in condition || "any" in condition || "not" in condition))
    return { condition, ...answerOf(condition) };
  const parts = partsOf(condition).map((part) => weighPart(part, answerOf, segments, weighed));
  const truths = parts.map((part) => part.is);
  const is =
    "all" in condition ? all(truths) : "any" in condition ? any(truths) : not(truths[0] ?? "unknown");
  return { is, condition, parts };
}

/** Undefined: there is no such segment, or it leads back to itself; a checked library has neither. */
function weighSegment(
  id: string,
  answerOf: AnswerOf,
  segments: Segments,
  weighed: Weighed,
): Evaluation | undefined {
  const segment = entry(segments, id);
  if (!segment || weighed.has(id)) return weighed.get(id);
  weighed.set(id, undefined);
  const part = weighPart(segment.when, answerOf, segments, weighed);
  weighed.set(id, part);
  return part;
}
