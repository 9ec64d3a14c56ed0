import { DURATION, ID, isExpression, type OPERATORS, WHEN } from "../library/vocabulary.ts";
import {
  boolean,
  both,
  either,
  type Is,
  list,
  literal,
  number,
  object,
  record,
  suchThat,
  text,
} from "./decoder.ts";

const anyText = suchThat(() => true);
const scalar = either(anyText, number(), boolean);
const moment = text(WHEN);
const pair: Is = (value) => list(number(), 2)(value) && (value as unknown[]).length === 2;
const scalars = list(scalar, 1);
const texts = list(anyText, 1);

const numeric = { gt: number(), gte: number(), lt: number(), lte: number(), between: pair };

const operands: Readonly<Record<(typeof OPERATORS)[number], Is>> = {
  is: scalar,
  isNot: scalar,
  in: scalars,
  notIn: scalars,
  ...numeric,
  contains: anyText,
  containsAny: texts,
  containsAll: texts,
  containsNone: texts,
  startsWith: anyText,
  endsWith: anyText,
  matches: suchThat(isExpression),
  known: boolean,
  before: moment,
  after: moment,
};

const howMany = (value: unknown, keys: readonly string[]) =>
  Object.keys(value as object).filter((key) => keys.includes(key)).length;
const oneOperator: Is = (value) => howMany(value, Object.keys(operands)) === 1;
const oneWindow: Is = (value) => howMany(value, ["within", "everWithin", "notWithin"]) <= 1;

export const id = text(ID);
export const duration = text(DURATION);
const count = number(0, 10_000, true);
const test = both(object({}, operands), oneOperator);
const whenUnknown = literal("no", "yes");
const where = record(id, test);
const timeTest = both(object({}, { before: moment, after: moment }), oneOperator);
const step: Is = (value) => object({ event: id }, { where, within: duration, then: step })(value);
const part = object({ event: id, weight: number(-1_000_000, 1_000_000) }, { where, halfLife: duration });

/** A condition of a manifest. DESIGN §3. */
export const condition: Is = (value) => shapes(value);

const conditions = list(condition, 1);

const shapes = either(
  object({ all: conditions }),
  object({ any: conditions }),
  object({ not: condition }),
  object({ segment: id }),
  object({ membership: id }),
  both(object({ property: id }, { ...operands, whenUnknown }), oneOperator),
  both(
    object(
      { event: id },
      {
        where,
        atLeast: count,
        atMost: count,
        within: duration,
        everWithin: duration,
        notWithin: duration,
        first: timeTest,
        last: timeTest,
        then: step,
        whenUnknown,
      },
    ),
    oneWindow,
  ),
  both(object({ score: list(part, 1) }, { ...numeric, whenUnknown }), oneOperator),
);
