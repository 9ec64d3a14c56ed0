import * as z from "zod";
import { GATES } from "../consent/gates.ts";
import { durationSchema, idSchema } from "../library/words.ts";

/** Further ahead nobody plans an offer. */
const LAST_MOMENT = Date.UTC(2100, 0, 1);

const text = z.string().max(200);
const valueSchema = z.union([text, z.number(), z.boolean(), z.array(text).max(20).readonly()]);

/** A value, or why there is none: nothing is there, or nobody knows. */
const saidSchema = z.union([valueSchema, z.strictObject({ is: z.enum(["absent", "unknown"]) })]);

/** Something the visitor did, so often, the last time so long ago. */
const didSchema = z.strictObject({
  event: idSchema,
  fields: z.record(idSchema, z.union([text, z.number(), z.boolean()])).optional(),
  times: z.number().int().min(1).max(200),
  ago: durationSchema,
});

/** What was changed by hand about a visitor. What is not named stays as it was. */
export const changesShape = {
  properties: z.record(idSchema, saidSchema).optional(),
  gates: z.partialRecord(z.enum(GATES), z.enum(["open", "closed", "unknown"])).optional(),
  /** Did nothing of all that the visitor would have done. */
  didNothing: z.literal(true).optional(),
  /** Did this besides. */
  events: z.array(didSchema).max(50).readonly().optional(),
  /** The moment as of which the page is seen, epoch milliseconds. */
  now: z.number().int().min(0).max(LAST_MOMENT).optional(),
};

export const changesSchema = z.strictObject(changesShape);

export const chosenShape = {
  segment: idSchema.optional(),
  /** One of the segment's own test visitors, by name; the first who is in it unless said. */
  sample: z.string().max(300).optional(),
  /** Suppressions that are true of this visitor besides. */
  also: z.array(idSchema).max(50).readonly(),
  withoutConsent: z.boolean(),
};

/** Whom the marketer wants to see the page as: ids and values, from which the visitor is made up. */
export const choiceSchema = z.strictObject({ ...chosenShape, changes: changesSchema.optional() });

export type Choice = z.infer<typeof choiceSchema>;
export type Changes = z.infer<typeof changesSchema>;
export type Said = z.infer<typeof saidSchema>;
export type Did = z.infer<typeof didSchema>;

/** Nothing is changed where no change is left. */
export function withChanges(choice: Choice, changes: Changes): Choice {
  const { changes: _before, ...rest } = choice;
  const left = Object.entries(changes).filter(([, change]) => !isEmpty(change));
  return left.length > 0 ? { ...rest, changes: Object.fromEntries(left) } : rest;
}

const isEmpty = (change: unknown) =>
  change === undefined || (typeof change === "object" && change !== null && Object.keys(change).length === 0);
