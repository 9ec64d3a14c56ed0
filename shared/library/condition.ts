import { z } from "zod";
import type { Condition, EventLeaf, PropertyLeaf, Test } from "../engine/condition.ts";
import { isExpression, isMoment, OPERATORS } from "./vocabulary.ts";
import { durationSchema, idSchema } from "./words.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const moment = z.string().refine(isMoment, "a date such as 2026-11-01");

/** Every operator with what it compares to; a test holds exactly one of them. */
const operators = {
  is: scalar.optional(),
  isNot: scalar.optional(),
  in: z.array(scalar).min(1).optional(),
  notIn: z.array(scalar).min(1).optional(),
  gt: z.number().optional(),
  gte: z.number().optional(),
  lt: z.number().optional(),
  lte: z.number().optional(),
  between: z.tuple([z.number(), z.number()]).optional(),
  contains: z.string().optional(),
  startsWith: z.string().optional(),
  endsWith: z.string().optional(),
  matches: z.string().refine(isExpression, "a regular expression").optional(),
  known: z.boolean().optional(),
  before: moment.optional(),
  after: moment.optional(),
};

const hasOneOperator = (test: object) =>
  Object.entries(test).filter(([key, operand]) => key in operators && operand !== undefined).length === 1;

const ONE_OPERATOR = `exactly one operator of ${OPERATORS.join(", ")}`;

export const testSchema = z
  .strictObject(operators)
  .refine(hasOneOperator, ONE_OPERATOR) as unknown as z.ZodType<Test>;

const propertyLeaf = z
  .strictObject({ property: idSchema, ...operators })
  .refine(hasOneOperator, ONE_OPERATOR) as unknown as z.ZodType<PropertyLeaf>;

const count = z.number().int().min(0).max(10_000);

const eventLeaf: z.ZodType<EventLeaf> = z.strictObject({
  event: idSchema,
  where: z.record(idSchema, testSchema).optional(),
  atLeast: count.optional(),
  atMost: count.optional(),
  within: durationSchema.optional(),
});

/** The conditions that a library's author may write. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ segment: idSchema }),
    propertyLeaf,
    eventLeaf,
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
  ]),
);
