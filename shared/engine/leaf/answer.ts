import type {
  EventLeaf,
  Leaf,
  MembershipLeaf,
  PropertyLeaf,
  ScoreLeaf,
  SegmentLeaf,
  Value,
} from "../condition.ts";
import { entry, type Fact, type Facts, type UnknownBecause, unknown } from "../facts.ts";
import type { Truth } from "../truth.ts";
import { countEvents } from "./events.ts";
import { testFact } from "./operators.ts";
import { addScore } from "./sequences.ts";
import { settled, type TraitsOf } from "./traits.ts";

/** A leaf that is answered from facts alone. References to segments are not: they are conditions again. */
export type FactLeaf = PropertyLeaf | EventLeaf | ScoreLeaf | MembershipLeaf;

export const isFactLeaf = (leaf: Leaf): leaf is Exclude<Leaf, SegmentLeaf> => !("segment" in leaf);

/** What a leaf answers, why it cannot, and what it found: a value, how often, or how much. */
export type LeafAnswer = {
  readonly is: Truth;
  readonly because?: UnknownBecause | undefined;
  readonly found?: Value | undefined;
  /** Part of what was found is known by its day only. */
  readonly byDay?: true | undefined;
};

/** Answers one leaf for one visitor. */
export function answerLeaf(leaf: FactLeaf, facts: Facts, traits: TraitsOf): LeafAnswer {
  const answer = plainAnswer(leaf, facts, traits);
  const hedge = "whenUnknown" in leaf ? leaf.whenUnknown : undefined;
  return hedge && answer.is === "unknown" ? { ...answer, is: hedge } : answer;
}

function plainAnswer(leaf: FactLeaf, facts: Facts, traits: TraitsOf): LeafAnswer {
  if ("membership" in leaf) {
    const { is, because = "missing" } = entry(facts.memberships, leaf.membership) ?? unknown("missing");
    return is === "unknown" ? { is, because } : { is };
  }
  if ("property" in leaf) return answerProperty(leaf, factOf(leaf.property, facts), facts.now, traits);
  if ("is" in facts.events) return { is: "unknown", because: facts.events.because };
  return "score" in leaf
    ? addScore(leaf, facts.events, facts.now)
    : countEvents(leaf, facts.events, facts.now);
}

export const factOf = (property: string, facts: Facts): Fact =>
  entry(facts.properties, property) ?? unknown("missing");

export function answerProperty(leaf: PropertyLeaf, fact: Fact, now: number, traits: TraitsOf): LeafAnswer {
  const own = entry(traits, leaf.property) ?? {};
  const read = settled(fact, own);
  const is = testFact(leaf, read, { now, ...own });
  if (read.is === "unknown") return { is, because: read.because };
  return fact.is === "known" ? { is, found: fact.value } : { is };
}
