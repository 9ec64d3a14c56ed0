import { operatorOf, type PropertyLeaf, type Scalar, type Value } from "../condition.ts";
import { ABSENT, type Fact, known, unknown } from "../facts.ts";
import { foldedValue, settled, type Traits } from "../leaf/traits.ts";

/**
 * A property's values, sorted into as few kinds as its leaves can tell apart: an absent fact, an
 * unknown one, each value that a leaf names, each range between numbers that leaves name, and the rest.
 */
export type Atoms = {
  readonly count: number;
  /** One fact of each kind. Every fact of a kind gets the same answers as this one. */
  readonly examples: readonly Fact[];
  readonly of: (fact: Fact) => number;
};

const ABSENT_ATOM = 0;
const UNKNOWN_ATOM = 1;
const REST = 2;
const FIRST_NAMED = 3;

/** A text that no leaf can name: ids and values of libraries hold no such letter. */
const NO_NAMED_TEXT = "\u0000";

/** Whether every leaf's answer about a property follows from the kind of its value. */
export const isSortable = (leaf: PropertyLeaf): boolean => SORTABLE.has(operatorOf(leaf)[0]);

const SORTABLE: ReadonlySet<string> = new Set([
  "is",
  "isNot",
  "in",
  "notIn",
  "gt",
  "gte",
  "lt",
  "lte",
  "between",
  "known",
]);

export function atomsOf(leaves: readonly PropertyLeaf[], traits: Traits): Atoms {
  const named = [
    ...new Set(leaves.flatMap((leaf) => namedBy(leaf)).map((one) => foldedValue(one, traits.compare))),
  ];
  const texts = named.filter((value) => typeof value !== "number");
  const bounds = named.filter((value) => typeof value === "number").sort((one, other) => one - other);
  const atomOfText = new Map<Value, number>(texts.map((value, index) => [value, FIRST_NAMED + index]));
  const firstRange = FIRST_NAMED + texts.length;
  return {
    count: firstRange + 2 * bounds.length + 1,
    examples: [
      ABSENT,
      unknown("missing"),
      known(NO_NAMED_TEXT),
      ...texts.map(known),
      ...rangeExamples(bounds).map(known),
    ],
    of: (raw) => {
      const fact = settled(raw, traits);
      if (fact.is !== "known") return fact.is === "absent" ? ABSENT_ATOM : UNKNOWN_ATOM;
      const { value } = fact;
      if (typeof value !== "number") return atomOfText.get(value) ?? REST;
      return Number.isNaN(value) ? REST : firstRange + rangeOf(value, bounds);
    },
  };
}

function namedBy(leaf: PropertyLeaf): readonly Scalar[] {
  const [operator, operand] = operatorOf(leaf);
  if (operator === "known") return [];
  return Array.isArray(operand) ? (operand as readonly Scalar[]) : [operand as Scalar];
}

/** Below the first bound: 0; the first bound itself: 1; between it and the second: 2; and so on. */
function rangeOf(value: number, bounds: readonly number[]): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return bounds[low] === value ? 2 * low + 1 : 2 * low;
}

/** One number out of each range: beside the bounds, or between two of them. */
function rangeExamples(bounds: readonly number[]): readonly number[] {
  const [first = 0] = bounds;
  const between = bounds.flatMap((bound, index) => {
    const next = bounds[index + 1];
    return [bound, next === undefined ? bound + 1 + Math.abs(bound) : bound + (next - bound) / 2];
  });
  return [first - 1 - Math.abs(first), ...between];
}
