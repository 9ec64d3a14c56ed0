import { z } from "zod";
import { PAGES } from "./vocabulary.ts";
import { idSchema, momentSchema, sentenceSchema } from "./words.ts";

const templateContent = z.strictObject({ template: z.literal(true) });
const textContent = z.strictObject({ text: sentenceSchema });
const offerContent = z.strictObject({ offer: idSchema });
const hideContent = z.strictObject({ hide: z.literal(true) });

/** What is put into a slot. `template` stands in the page as `<template data-fw-variation="id">`. */
export const contentSchema = z.union([templateContent, textContent, offerContent, hideContent]);

const approvalSchema = z.strictObject({
  by: z.email("an approver's mail address"),
  on: momentSchema,
  of: z.string().min(8, "the hash of the approved content"),
});

const aiNeedsApproval = (variation: { origin?: string | undefined; approval?: unknown }) =>
  variation.origin !== "ai" || variation.approval !== undefined;

/** Content for one segment in one slot. */
export const variationSchema = z
  .strictObject({
    id: idSchema,
    for: idSchema,
    goal: idSchema.optional(),
    /** Highest first. Without one: in the order in which they stand. */
    priority: z.number().int().min(0).max(1_000).optional(),
    tags: z.array(idSchema).optional(),
    content: contentSchema,
    origin: z.enum(["human", "ai"]).optional(),
    approval: approvalSchema.optional(),
  })
  .refine(aiNeedsApproval, {
    path: ["approval"],
    message: "an approval: content made by AI is shown only once approved",
  });

export const defaultSchema = z
  .strictObject({ goal: idSchema.optional(), offer: idSchema.optional() })
  .refine((own) => (own.goal === undefined) !== (own.offer === undefined), "either a goal or an offer");

/** A place on a page. Its own content is the default; variations stand in order of priority. */
export const slotSchema = z.strictObject({
  name: sentenceSchema,
  moment: sentenceSchema,
  pages: z.array(z.string().regex(PAGES, "a path such as /pricing or /product/*")).min(1),
  selector: z.string().min(1).optional(),
  default: defaultSchema,
  neutral: contentSchema,
  variations: z.array(variationSchema),
  paused: z.boolean().optional(),
  /** What kind of place it is, such as `banner` or `modal`. */
  channel: idSchema.optional(),
  tags: z.array(idSchema).optional(),
});

export type Content = z.infer<typeof contentSchema>;
export type Variation = z.infer<typeof variationSchema>;
export type Slot = z.infer<typeof slotSchema>;
