import * as z from "zod";
import type { Condition, EventLeaf, PropertyLeaf, ScoreLeaf, Step, Test } from "../engine/condition.ts";
import { isExpression, OPERATORS, WHEN } from "./vocabulary.ts";
import { durationSchema, idSchema } from "./words.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const texts = z.array(z.string()).min(1);
const moment = z
  .string()
  .regex(WHEN, "a day such as 2026-11-01, a time in UTC, today-7d, or so long ago such as -30d");

const numeric = {
  gt: z.number().optional(),
  gte: z.number().optional(),
  lt: z.number().optional(),
  lte: z.number().optional(),
  between: z.tuple([z.number(), z.number()]).optional(),
};

/** Every operator with what it compares to; a test holds exactly one of them. */
const operators = {
  is: scalar.optional(),
  isNot: scalar.optional(),
  in: z.array(scalar).min(1).optional(),
  notIn: z.array(scalar).min(1).optional(),
  ...numeric,
  contains: z.string().optional(),
  containsAny: texts.optional(),
  containsAll: texts.optional(),
  containsNone: texts.optional(),
  startsWith: z.string().optional(),
  endsWith: z.string().optional(),
  matches: z.string().refine(isExpression, "a regular expression").optional(),
  known: z.boolean().optional(),
  before: moment.optional(),
  after: moment.optional(),
};

const hasOneOperator = (test: object) =>
  Object.entries(test).filter(([key, operand]) => key in operators && operand !== undefined).length === 1;

export const ONE_OPERATOR = `exactly one operator of ${OPERATORS.join(", ")}`;

export const testSchema = z
  .strictObject(operators)
  .refine(hasOneOperator, ONE_OPERATOR) as unknown as z.ZodType<Test>;

const whenUnknown = z.enum(["no", "yes"]).optional();

const propertyLeaf = z
  .strictObject({ property: idSchema, ...operators, whenUnknown })
  .refine(hasOneOperator, ONE_OPERATOR) as unknown as z.ZodType<PropertyLeaf>;

const count = z.number().int().min(0).max(10_000);
const pattern = { event: idSchema, where: z.record(idSchema, testSchema).optional() };

const timeTest = z
  .strictObject({ before: moment.optional(), after: moment.optional() })
  .refine(hasOneOperator, "either before or after");

const stepSchema: z.ZodType<Step> = z.lazy(() =>
  z.strictObject({ ...pattern, within: durationSchema.optional(), then: stepSchema.optional() }),
);

const isOneWindow = (leaf: { within?: unknown; everWithin?: unknown; notWithin?: unknown }) =>
  [leaf.within, leaf.everWithin, leaf.notWithin].filter((one) => one !== undefined).length <= 1;

const eventLeaf = z
  .strictObject({
    ...pattern,
    atLeast: count.optional(),
    atMost: count.optional(),
    within: durationSchema.optional(),
    everWithin: durationSchema.optional(),
    notWithin: durationSchema.optional(),
    first: timeTest.optional(),
    last: timeTest.optional(),
    then: stepSchema.optional(),
    whenUnknown,
  })
  .refine(isOneWindow, "only one of within, everWithin and notWithin") as unknown as z.ZodType<EventLeaf>;

const weight = z.number().min(-1_000_000).max(1_000_000);

const scoreLeaf = z
  .strictObject({
    score: z.array(z.strictObject({ ...pattern, weight, halfLife: durationSchema.optional() })).min(1),
    ...numeric,
    whenUnknown,
  })
  .refine(
    hasOneOperator,
    "exactly one operator of gt, gte, lt, lte, between",
  ) as unknown as z.ZodType<ScoreLeaf>;

/** The conditions that a library's author may write. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ segment: idSchema }),
    propertyLeaf,
    eventLeaf,
    scoreLeaf,
  ]),
);

/** The conditions of a manifest: the same, and memberships that the endpoint answers. */
export const publishedConditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(publishedConditionSchema).min(1) }),
    z.strictObject({ any: z.array(publishedConditionSchema).min(1) }),
    z.strictObject({ not: publishedConditionSchema }),
    z.strictObject({ segment: idSchema }),
    z.strictObject({ membership: idSchema }),
    propertyLeaf,
    eventLeaf,
    scoreLeaf,
  ]),
);
