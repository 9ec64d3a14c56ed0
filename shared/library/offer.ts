import { z } from "zod";
import { conditionSchema } from "./condition.ts";
import { durationSchema, idSchema, linkSchema, momentSchema, sentenceSchema } from "./words.ts";

/** What a call to action asks for, and who may be asked. */
export const offerSchema = z.strictObject({
  goal: idSchema,
  label: sentenceSchema,
  href: linkSchema,
  eligible: conditionSchema.optional(),
  from: momentSchema.optional(),
  until: momentSchema.optional(),
  cap: z.strictObject({ times: z.number().int().min(1).max(1_000), within: durationSchema }).optional(),
});

export type Offer = z.infer<typeof offerSchema>;
