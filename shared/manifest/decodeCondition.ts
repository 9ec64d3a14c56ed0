import { DURATION, ID, isExpression, isMoment, type OPERATORS } from "../library/vocabulary.ts";
import { boolean, both, either, type Is, list, number, object, record, suchThat, text } from "./decoder.ts";

const anyText = suchThat(() => true);
const scalar = either(anyText, number(), boolean);
const moment = suchThat(isMoment);
const pair: Is = (value) => list(number(), 2)(value) && (value as unknown[]).length === 2;
const scalars = list(scalar, 1);

const operands: Readonly<Record<(typeof OPERATORS)[number], Is>> = {
  is: scalar,
  isNot: scalar,
  in: scalars,
  notIn: scalars,
  gt: number(),
  gte: number(),
  lt: number(),
  lte: number(),
  between: pair,
  contains: anyText,
  startsWith: anyText,
  endsWith: anyText,
  matches: suchThat(isExpression),
  known: boolean,
  before: moment,
  after: moment,
};

const oneOperator: Is = (value) =>
  Object.keys(value as object).filter((key) => Object.hasOwn(operands, key)).length === 1;

export const id = text(ID);
export const duration = text(DURATION);
const count = number(0, 10_000, true);
const test = both(object({}, operands), oneOperator);

/** A condition of a manifest. DESIGN §3. */
export const condition: Is = (value) => shapes(value);

const conditions = list(condition, 1);

const shapes = either(
  object({ all: conditions }),
  object({ any: conditions }),
  object({ not: condition }),
  object({ segment: id }),
  object({ membership: id }),
  both(object({ property: id }, operands), oneOperator),
  object({ event: id }, { where: record(id, test), atLeast: count, atMost: count, within: duration }),
);
