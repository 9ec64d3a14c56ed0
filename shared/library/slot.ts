import * as z from "zod";
import { ATTRIBUTES, CHANGES } from "../engine/rules.ts";
import { ADDRESS, LANGUAGE, LINK, LONGEST_HOLD, LONGEST_HTML, PATH, SOURCES } from "./vocabulary.ts";
import { idSchema, momentSchema, pagesSchema, sentenceSchema } from "./words.ts";

const templateContent = z.strictObject({ template: z.literal(true) });
const textContent = z.strictObject({ text: sentenceSchema });
const htmlContent = z.strictObject({ html: z.string().min(1).max(LONGEST_HTML) });
const offerContent = z.strictObject({ offer: idSchema });
const hideContent = z.strictObject({ hide: z.literal(true) });
const fragmentContent = z.strictObject({
  fragment: z.string().regex(PATH, "a path on this site, such as /fragments/hero.html"),
});

const addresses = {
  href: z.string().regex(LINK, "a link such as /demo or https://example.com/demo"),
  src: z.string().regex(ADDRESS, "an address such as /hero.avif"),
  srcset: z.string().regex(SOURCES, "addresses with their sizes, such as /hero.avif 1x, /hero-large.avif 2x"),
};
const attributesContent = z.strictObject({
  attributes: z
    .strictObject(
      Object.fromEntries(
        ATTRIBUTES.map((name) => [
          name,
          (name in addresses ? addresses[name as keyof typeof addresses] : sentenceSchema).optional(),
        ]),
      ) as Record<(typeof ATTRIBUTES)[number], z.ZodOptional<z.ZodString>>,
    )
    .refine((all) => Object.keys(all).length > 0, "at least one attribute"),
});

/**
 * What is put into a slot. `template` stands in the page as `<template data-fw-variation="id">`;
 * `html` and what a `fragment` holds are sanitised; `attributes` are set on the slot's own element.
 */
export const contentSchema = z.union([
  templateContent,
  textContent,
  htmlContent,
  offerContent,
  attributesContent,
  fragmentContent,
  hideContent,
]);

export type Content = z.infer<typeof contentSchema>;

const approvalSchema = z.strictObject({
  by: z.email("an approver's mail address"),
  on: momentSchema,
  of: z.string().min(8, "the hash of the approved content"),
});

const aiNeedsApproval = (variation: { origin?: string | undefined; approval?: unknown }) =>
  variation.origin !== "ai" || variation.approval !== undefined;

export const languageSchema = z.string().regex(LANGUAGE, "a language such as de or pt-BR");

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
    /** The language of the content, where it is not the page's. */
    lang: languageSchema.optional(),
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
  pages: pagesSchema,
  selector: z.string().min(1).optional(),
  default: defaultSchema,
  neutral: contentSchema,
  variations: z.array(variationSchema),
  paused: z.boolean().optional(),
  /** What kind of place it is, such as `banner` or `modal`. */
  channel: idSchema.optional(),
  tags: z.array(idSchema).optional(),
  /** How many milliseconds the slot may stay invisible while it waits for an answer; 250 unless said. */
  hold: z.number().int().min(0).max(LONGEST_HOLD).optional(),
  /** When a membership that arrives late may change it; `out-of-view` unless said. */
  onChange: z.enum(CHANGES).optional(),
});

export type Variation = z.infer<typeof variationSchema>;
export type Slot = z.infer<typeof slotSchema>;
