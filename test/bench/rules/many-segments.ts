import type { Condition, Scalar } from "../../../shared/engine/condition.ts";
import { type Random, randomFrom } from "../random.ts";
import type { Segments } from "./five-segments.ts";
import { gapsOf, type Plain } from "./visitors.ts";

type Kind = readonly [id: string, values: readonly [Scalar, ...Scalar[]]];

/** Twelve enums of eight values, eight numbers with the thresholds that teams like, four flags. */
const kinds: readonly [Kind, ...Kind[]] = [
  ["persona", enumOf("persona")],
  ...Array.from({ length: 11 }, (_, at): Kind => [`choice${at}`, enumOf(`choice${at}`)]),
  ...Array.from({ length: 8 }, (_, at): Kind => [`amount${at}`, [1, 2, 3, 5, 10, 20, 50, 100, 250, 1_000]]),
  ...Array.from({ length: 4 }, (_, at): Kind => [`flag${at}`, [true, false]]),
];

function enumOf(id: string): [string, ...string[]] {
  return [`${id}-a`, ..."bcdefgh".split("").map((letter) => `${id}-${letter}`)];
}

/** Segments of three to six tests, one in four of them in a nested part, one in six negated. */
export function makeSegments(count: number): Segments {
  const random = randomFrom(2);
  const ids = Array.from({ length: count }, (_, at) => `segment-${at}`);
  return Object.fromEntries(ids.map((id) => [id, { when: makeCondition(random, random.whole(3, 6)) }]));
}

function makeCondition(random: Random, tests: number): Condition {
  const parts: Condition[] = [];
  for (let left = tests; left > 0; ) {
    const nested = left >= 2 && parts.length > 0 && random.chance(0.25) ? 2 : 1;
    parts.push(negatedSometimes(random, nested === 2 ? makePair(random) : makeTest(random)));
    left -= nested;
  }
  // Audiences are mostly narrowed down; few are put together from several.
  return random.chance(0.8) ? { all: parts } : { any: parts };
}

const makePair = (random: Random): Condition => {
  const pair = [makeTest(random), makeTest(random)];
  return random.chance(0.8) ? { any: pair } : { all: pair };
};

const negatedSometimes = (random: Random, condition: Condition): Condition =>
  random.chance(1 / 6) ? { not: condition } : condition;

function makeTest(random: Random): Condition {
  const [property, values] = random.one(kinds);
  const value = random.one(values);
  if (typeof value === "boolean") return { property, is: value };
  if (typeof value === "number")
    return random.chance(0.3)
      ? { property, between: [value, value * random.one([2, 5, 10])] }
      : { property, gte: value };
  const listed = [...new Set([value, random.one(values), random.one(values)])];
  return random.one<Condition>([
    { property, is: value },
    { property, is: value },
    { property, isNot: value },
    { property, in: listed },
    { property, in: listed },
    { property, notIn: listed },
  ]);
}

/** The values that visitors have of a property. */
export const valuesOf = (property: string): readonly Scalar[] =>
  kinds.find(([id]) => id === property)?.[1] ?? [];

export function makeManyVisitors(count: number): readonly Plain[] {
  const random = randomFrom(3);
  return Array.from({ length: count }, () => {
    const fact = gapsOf(random, random.chance(0.3));
    return Object.fromEntries(kinds.map(([id, values]) => [id, fact(random.one(values))]));
  });
}
