import * as z from "zod";
import { conditionSchema } from "./condition.ts";
import { durationSchema, idSchema, linkSchema, momentSchema, pagesSchema, sentenceSchema } from "./words.ts";

/** What a call to action asks for, and who may be asked. */
export const offerSchema = z.strictObject({
  goal: idSchema,
  label: sentenceSchema,
  href: linkSchema,
  eligible: conditionSchema.optional(),
  from: momentSchema.optional(),
  until: momentSchema.optional(),
  tags: z.array(idSchema).optional(),
  /** Times in which the offer rests. */
  blackouts: z.array(z.strictObject({ from: momentSchema, until: momentSchema })).optional(),
  /** Offers beside which, and after which, this one is not made. */
  excludes: z.array(idSchema).optional(),
  /** How long it rests once the visitor has dismissed it. */
  coolDown: durationSchema.optional(),
  /** It ends for a visitor who has taken it. */
  once: z.boolean().optional(),
  /** What shows that its goal is reached: a page that is seen, or a click or a sent form where a selector matches. */
  reachedBy: z
    .strictObject({
      pages: pagesSchema.optional(),
      click: z.string().min(1).optional(),
      form: z.string().min(1).optional(),
    })
    .optional(),
  cap: z.strictObject({ times: z.number().int().min(1).max(1_000), within: durationSchema }).optional(),
});

export type Offer = z.infer<typeof offerSchema>;
