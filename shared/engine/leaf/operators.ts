import type { Operator, Scalar, Test, Value } from "./condition.ts";
import { operatorOf } from "./condition.ts";
import type { Fact } from "./facts.ts";
import { type Truth, truthOf } from "./truth.ts";

type Compare = (value: Value, operand: never) => boolean;

const number = (compare: (value: number, operand: number) => boolean) => (value: Value, operand: number) =>
  typeof value === "number" && compare(value, operand);

const text = (compare: (value: string, operand: string) => boolean) => (value: Value, operand: string) =>
  typeof value === "string" && compare(value, operand);

const isOneOf = (value: Value, operand: readonly Scalar[]) => operand.some((one) => one === value);

const COMPARE: Readonly<Record<Exclude<Operator, "known" | "isNot" | "notIn">, Compare>> = {
  is: (value, operand: Scalar) => value === operand,
  in: isOneOf,
  gt: number((value, operand) => value > operand),
  gte: number((value, operand) => value >= operand),
  lt: number((value, operand) => value < operand),
  lte: number((value, operand) => value <= operand),
  between: (value, [from, to]: readonly [number, number]) =>
    typeof value === "number" && from <= value && value <= to,
  contains: (value, operand: string) =>
    typeof value === "string" ? value.includes(operand) : Array.isArray(value) && value.includes(operand),
  startsWith: text((value, operand) => value.startsWith(operand)),
  endsWith: text((value, operand) => value.endsWith(operand)),
  matches: text((value, operand) => new RegExp(operand, "u").test(value)),
  before: text((value, operand) => Date.parse(value) < Date.parse(operand)),
  after: text((value, operand) => Date.parse(value) > Date.parse(operand)),
};

/** The operators that say "is not": their answer about an absent fact is yes. */
const NEGATIONS: Readonly<Partial<Record<Operator, keyof typeof COMPARE>>> = { isNot: "is", notIn: "in" };

/**
 * What one operator answers about one fact. An absent fact: comparisons no, their negations yes.
 * An unknown one: unknown, for every operator. DESIGN §2.
 */
export function testFact(test: Test, fact: Fact): Truth {
  const [operator, operand] = operatorOf(test);
  if (fact.is === "unknown") return "unknown";
  if (operator === "known") return truthOf((fact.is === "known") === operand);
  const positive = NEGATIONS[operator];
  if (fact.is === "absent") return truthOf(positive !== undefined);
  const compare = COMPARE[positive ?? (operator as keyof typeof COMPARE)];
  return truthOf(compare(fact.value, operand as never) === (positive === undefined));
}
