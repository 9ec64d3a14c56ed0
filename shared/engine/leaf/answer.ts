import type { EventLeaf, Leaf, MembershipLeaf, PropertyLeaf, Value } from "./condition.ts";
import { durationMs } from "./duration.ts";
import { ABSENT, entry, type Fact, type Facts, known, type UnknownBecause, unknown } from "./facts.ts";
import { testFact } from "./operators.ts";
import { type Truth, truthOf } from "./truth.ts";

/** A leaf that is answered from facts alone. References to segments are not: they are conditions again. */
export type FactLeaf = PropertyLeaf | EventLeaf | MembershipLeaf;

export const isFactLeaf = (leaf: Leaf): leaf is FactLeaf => !("segment" in leaf);

/** What a leaf answers, why it cannot, and what it found: a value, or how often an event happened. */
export type LeafAnswer = {
  readonly is: Truth;
  readonly because?: UnknownBecause | undefined;
  readonly found?: Value | undefined;
};

/** Answers one leaf for one visitor. */
export function answerLeaf(leaf: FactLeaf, facts: Facts): LeafAnswer {
  if ("membership" in leaf) {
    const { is, because = "missing" } = entry(facts.memberships, leaf.membership) ?? unknown("missing");
    return is === "unknown" ? { is, because } : { is };
  }
  if ("property" in leaf) {
    const fact = entry(facts.properties, leaf.property) ?? unknown("missing");
    return { is: testFact(leaf, fact), ...detailOf(fact) };
  }
  return countEvents(leaf, facts);
}

const detailOf = (fact: Fact): Partial<LeafAnswer> =>
  fact.is === "unknown" ? { because: fact.because } : fact.is === "known" ? { found: fact.value } : {};

function countEvents(leaf: EventLeaf, { events, now }: Facts): LeafAnswer {
  if ("is" in events) return { is: "unknown", because: events.because };
  const since = leaf.within === undefined ? 0 : now - (durationMs(leaf.within) ?? 0);
  const tests = Object.entries(leaf.where ?? {});
  const found = events.filter(
    ({ event, at, fields = {} }) =>
      event === leaf.event &&
      at >= since &&
      at <= now &&
      tests.every(([field, test]) => {
        const value = entry(fields, field);
        return testFact(test, value === undefined ? ABSENT : known(value)) === "yes";
      }),
  ).length;
  const atLeast = leaf.atLeast ?? (leaf.atMost === undefined ? 1 : 0);
  return { is: truthOf(found >= atLeast && found <= (leaf.atMost ?? found)), found };
}
