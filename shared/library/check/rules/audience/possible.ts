import { type Condition, type PropertyLeaf, partsOf } from "../../../../engine/condition.ts";
import type { Segments } from "../../../../engine/evaluate.ts";
import { entry } from "../../../../engine/facts.ts";
import { answerLeaf, type FactLeaf } from "../../../../engine/leaf/answer.ts";
import { leavesBehind } from "../../../../engine/leaves-behind.ts";
import { all, any, not, type Truth } from "../../../../engine/truth.ts";
import type { Library } from "../../../library.ts";
import { kindsOfValue } from "./kinds.ts";

/** A set of answers, as bits. */
type Answers = number;

const TRUTHS: readonly Truth[] = ["no", "unknown", "yes"];
const bit = (truth: Truth): Answers => 1 << TRUTHS.indexOf(truth);
const ANY: Answers = 7;
const has = (answers: Answers, truth: Truth) => (answers & bit(truth)) !== 0;

/** Leaves that are answered together, because they ask the same property, with every way to answer them. */
type Choice = { readonly leaves: readonly string[]; readonly ways: readonly (readonly Truth[])[] };

const MOST_TRIED = 20_000;

export type Possible = {
  /** False: no visitor whatever can get this answer. Undefined: there were too many ways to try. */
  readonly can: boolean | undefined;
  /** Whether a true `can` is sure, too: every leaf asks a property whose kinds of values can be listed. */
  readonly isExact: boolean;
};

/**
 * Whether a condition can give an answer, by trying every kind of value of the properties that it
 * asks. What cannot be listed (events, scores, parts of texts) is taken to answer anything.
 */
export function possible(condition: Condition, want: Truth, library: Library, now: number): Possible {
  const leaves = new Map(leavesBehind(condition, library.segments).map((leaf) => [keyOf(leaf), leaf]));
  const { choices, isExact } = choicesOf(leaves, library, now);
  let tried = 0;
  const search = (at: number, answers: ReadonlyMap<string, Answers>): boolean | undefined => {
    if (++tried > MOST_TRIED) return undefined;
    if (!has(answersOf(condition, answers, library.segments), want)) return false;
    const choice = choices[at];
    if (!choice) return true;
    for (const way of choice.ways) {
      const settled = new Map(answers);
      choice.leaves.forEach((leaf, index) => {
        settled.set(leaf, bit(way[index] ?? "unknown"));
      });
      const found = search(at + 1, settled);
      if (found !== false) return found;
    }
    return false;
  };
  return { can: search(0, new Map()), isExact };
}

/** Leaves that read the same are the same. */
const keyOf = (leaf: FactLeaf): string => {
  const key = keys.get(leaf) ?? JSON.stringify(leaf);
  keys.set(leaf, key);
  return key;
};
const keys = new WeakMap<FactLeaf, string>();

function choicesOf(leaves: ReadonlyMap<string, FactLeaf>, { properties }: Library, now: number) {
  const byProperty = new Map<string | undefined, FactLeaf[]>();
  for (const leaf of leaves.values()) {
    const id = "property" in leaf ? leaf.property : undefined;
    byProperty.set(id, [...(byProperty.get(id) ?? []), leaf]);
  }
  const choices: Choice[] = [];
  let isExact = true;
  for (const [id, asked] of byProperty) {
    const property = id === undefined ? undefined : entry(properties, id);
    const facts = property && kindsOfValue(property, asked as PropertyLeaf[]);
    if (id === undefined || !facts) {
      isExact = false;
      for (const leaf of asked) choices.push({ leaves: [keyOf(leaf)], ways: TRUTHS.map((one) => [one]) });
      continue;
    }
    const ways = facts.map((fact) =>
      asked.map(
        (leaf) =>
          answerLeaf(leaf, { properties: { [id]: fact }, memberships: {}, events: [], now }, properties).is,
      ),
    );
    const distinct = [...new Map(ways.map((way) => [way.join(), way])).values()];
    choices.push({ leaves: asked.map(keyOf), ways: distinct });
  }
  return { choices, isExact };
}

/** Every answer that a condition may give, with leaves that are not settled answering anything. */
function answersOf(condition: Condition, settled: ReadonlyMap<string, Answers>, segments: Segments): Answers {
  if ("segment" in condition) {
    const segment = entry(segments, condition.segment);
    return segment ? answersOf(segment.when, settled, segments) : bit("unknown");
  }
  if ("all" in condition || "any" in condition) {
    const join = "all" in condition ? all : any;
    return partsOf(condition)
      .map((part) => answersOf(part, settled, segments))
      .reduce((one, other) => pairs(one, other, join));
  }
  if ("not" in condition) {
    const inside = answersOf(condition.not, settled, segments);
    return TRUTHS.filter((one) => has(inside, one)).reduce((set, one) => set | bit(not(one)), 0);
  }
  return settled.get(keyOf(condition)) ?? ANY;
}

const pairs = (one: Answers, other: Answers, join: (truths: readonly Truth[]) => Truth): Answers =>
  TRUTHS.filter((a) => has(one, a))
    .flatMap((a) => TRUTHS.filter((b) => has(other, b)).map((b) => bit(join([a, b]))))
    .reduce((set, answer) => set | answer, 0);
