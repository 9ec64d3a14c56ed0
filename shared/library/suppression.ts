import * as z from "zod";
import { conditionSchema } from "./condition.ts";
import { CLASSES } from "./vocabulary.ts";
import { idSchema, sentenceSchema } from "./words.ts";

export const blocksSchema = z
  .strictObject({
    goals: z.array(idSchema).optional(),
    offers: z.array(idSchema).optional(),
    slots: z.array(idSchema).optional(),
    channels: z.array(idSchema).optional(),
    tags: z.array(idSchema).optional(),
  })
  .refine(
    (blocks) => Object.values(blocks).some((ids) => ids && ids.length > 0),
    "a goal, offer, slot, channel or tag to block",
  );

/** A rule that keeps somebody from a kind of message, whatever segment they are in. */
export const suppressionSchema = z
  .strictObject({
    /** What is true of such a visitor, as a switch would be labelled: "Is a customer". */
    name: sentenceSchema,
    class: z.enum(CLASSES),
    reason: sentenceSchema,
    when: conditionSchema,
    blocks: blocksSchema,
    doubt: z.enum(["suppress", "show"]).optional(),
  })
  .refine((rule) => rule.class !== "legal" || rule.doubt !== "show", {
    path: ["doubt"],
    message: '"suppress": a legal suppression holds in doubt too',
  });

export type Suppression = z.infer<typeof suppressionSchema>;
export type SuppressionClass = (typeof CLASSES)[number];
