import { type Condition, type EventLeaf, partsOf, type Value } from "./condition.ts";
import { durationMs } from "./duration.ts";
import { ABSENT, entry, type Fact, type Facts, known, type UnknownBecause, unknown } from "./facts.ts";
import { testFact } from "./operators.ts";
import { all, any, not, type Truth, truthOf } from "./truth.ts";

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

/** Answers one condition for one visitor. Never throws: a segment that does not exist is unknown. */
export function evaluate(condition: Condition, facts: Facts, segments: Segments): Evaluation {
  return within(condition, facts, segments, []);
}

function within(
  condition: Condition,
  facts: Facts,
  segments: Segments,
  opened: readonly string[],
): Evaluation {
  if ("segment" in condition) {
    const segment = entry(segments, condition.segment);
    // A cycle is refused when the library is checked; here it only must not hang.
    if (!segment || opened.includes(condition.segment))
      return { is: "unknown", condition, because: "missing" };
    const part = within(segment.when, facts, segments, [...opened, condition.segment]);
    return { is: part.is, condition, parts: [part] };
  }
  if ("membership" in condition) {
    const { is, because } = entry(facts.memberships, condition.membership) ?? unknown("missing");
    return is === "unknown" ? { is, condition, because: because ?? "missing" } : { is, condition };
  }
  if ("property" in condition) {
    const fact = entry(facts.properties, condition.property) ?? unknown("missing");
    return leaf(condition, testFact(condition, fact), fact);
  }
  if ("event" in condition) return counted(condition, facts);
  const parts = partsOf(condition).map((part) => within(part, facts, segments, opened));
  const truths = parts.map((part) => part.is);
  const is =
    "all" in condition ? all(truths) : "any" in condition ? any(truths) : not(truths[0] ?? "unknown");
  return { is, condition, parts };
}

const leaf = (condition: Condition, is: Truth, fact: Fact): Evaluation =>
  fact.is === "unknown"
    ? { is, condition, because: fact.because }
    : { is, condition, found: fact.is === "known" ? fact.value : undefined };

function counted(condition: EventLeaf, facts: Facts): Evaluation {
  if ("is" in facts.events) return { is: "unknown", condition, because: facts.events.because };
  const since = condition.within === undefined ? 0 : facts.now - (durationMs(condition.within) ?? 0);
  const tests = Object.entries(condition.where ?? {});
  const found = facts.events.filter(
    ({ event, at, fields = {} }) =>
      event === condition.event &&
      at >= since &&
      at <= facts.now &&
      tests.every(([field, test]) => {
        const value = entry(fields, field);
        return testFact(test, value === undefined ? ABSENT : known(value)) === "yes";
      }),
  ).length;
  const atLeast = condition.atLeast ?? (condition.atMost === undefined ? 1 : 0);
  return { is: truthOf(found >= atLeast && found <= (condition.atMost ?? found)), condition, found };
}
