import {
  type Operator,
  operatorOf,
  type PropertyLeaf,
  type Scalar,
  type Test,
  type Value,
} from "../condition.ts";
import type { Fact } from "../facts.ts";
import { type Truth, truthOf } from "../truth.ts";
import { compareDates } from "./dates.ts";
import { foldedValue, type Traits } from "./traits.ts";

/** What an answer may depend on besides the fact: the time, and how the property is read. */
export type Context = { readonly now: number } & Traits;

type Positive = Exclude<Operator, "known" | "isNot" | "notIn" | "containsNone">;
type Compare = (value: Value, operand: never, context: Context) => boolean;

// Without side effects, so that a part of the page script that decides nothing does not carry the operators.

/* @__NO_SIDE_EFFECTS__ */
const number = (compare: (value: number, operand: number) => boolean) => (value: Value, operand: number) =>
  typeof value === "number" && compare(value, operand);

/* @__NO_SIDE_EFFECTS__ */
const text = (compare: (value: string, operand: string) => boolean) => (value: Value, operand: string) =>
  typeof value === "string" && compare(value, operand);

const has = (value: Value, one: string) =>
  (typeof value === "string" || Array.isArray(value)) && value.includes(one);

/* @__NO_SIDE_EFFECTS__ */
const date = (isRight: (order: number) => boolean) => (value: Value, operand: string, context: Context) =>
  typeof value === "string" && isRight(compareDates(value, operand, context));

const COMPARE: Readonly<Record<Positive, Compare>> = {
  is: (value, operand: Scalar) => value === operand,
  in: (value, operand: readonly Scalar[]) => operand.some((one) => one === value),
  gt: number((value, operand) => value > operand),
  gte: number((value, operand) => value >= operand),
  lt: number((value, operand) => value < operand),
  lte: number((value, operand) => value <= operand),
  between: (value, [from, to]: readonly [number, number]) =>
    typeof value === "number" && from <= value && value <= to,
  contains: (value, operand: string) => has(value, operand),
  containsAny: (value, operand: readonly string[]) => operand.some((one) => has(value, one)),
  containsAll: (value, operand: readonly string[]) => operand.every((one) => has(value, one)),
  startsWith: text((value, operand) => value.startsWith(operand)),
  endsWith: text((value, operand) => value.endsWith(operand)),
  matches: text((value, operand) => new RegExp(operand, "u").test(value)),
  before: date((order) => order < 0),
  after: date((order) => order > 0),
};

/** The operators that say "is not": their answer about an absent fact is yes. */
const NEGATIONS: Readonly<Partial<Record<Operator, Positive>>> = {
  isNot: "is",
  notIn: "in",
  containsNone: "containsAny",
};

/** Operands that are no texts to be compared: a pattern, and moments. */
const NOT_FOLDED: readonly Operator[] = ["matches", "before", "after"];

/**
 * What one operator answers about one settled fact. An absent fact: comparisons no, their negations
 * yes. An unknown one: unknown, for every operator. A value of another type: as if it were not there,
 * it never coerces. DESIGN §2, §3.
 */
export function testFact(test: Test | PropertyLeaf, fact: Fact, context: Context): Truth {
  const [operator, operand] = operatorOf(test);
  if (fact.is === "unknown") return "unknown";
  if (operator === "known") return truthOf((fact.is === "known") === operand);
  const positive = NEGATIONS[operator];
  if (fact.is === "absent") return truthOf(positive !== undefined);
  const { compare } = context;
  const wanted = compare && !NOT_FOLDED.includes(operator) ? foldedOperand(operand, compare) : operand;
  const holds = COMPARE[positive ?? (operator as Positive)](fact.value, wanted as never, context);
  return truthOf(holds === (positive === undefined));
}

const foldedOperand = (operand: unknown, compare: Traits["compare"]): unknown =>
  Array.isArray(operand)
    ? operand.map((one) => foldedOperand(one, compare))
    : foldedValue(operand as Value, compare);
