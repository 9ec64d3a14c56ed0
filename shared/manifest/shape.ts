import * as z from "zod";
import { publishedConditionSchema } from "../library/condition.ts";
import { consentSchema } from "../library/consent.ts";
import { measurementSchema } from "../library/library.ts";
import { offerSchema } from "../library/offer.ts";
import { contentSchema, defaultSchema, languageSchema, slotSchema } from "../library/slot.ts";
import { blocksSchema } from "../library/suppression.ts";
import { CLASSES, COMPARISONS, isZone } from "../library/vocabulary.ts";
import { addressSchema, durationSchema, idSchema, inputSchema, sentenceSchema } from "../library/words.ts";

const publishedPropertySchema = z.strictObject({
  input: inputSchema,
  label: sentenceSchema.optional(),
  labels: z.record(z.string(), sentenceSchema).optional(),
  from: z.enum(["crm", "page", "behavior"]),
  /** Which part of the page shows it, or of the log says it; a `crm` property does not say where it is kept. */
  of: z.string().optional(),
  usableFor: durationSchema.optional(),
  compare: z.enum(COMPARISONS).optional(),
  missing: z.array(z.string()).min(1).optional(),
  zone: z.string().refine(isZone).optional(),
});

/** One answer that only the endpoint can give. */
const publishedMembershipSchema = z.strictObject({
  /** What it is for somebody whom nobody has identified. */
  anonymous: z.enum(["yes", "no", "unknown"]),
  usableFor: durationSchema.optional(),
});

/** All that a visitor's browser gets to see of a library. DESIGN §2. */
export const manifestSchema = z.strictObject({
  forwhom: z.literal(1),
  name: sentenceSchema,
  version: z.string().min(1),
  endpoint: addressSchema.optional(),
  stop: z.boolean().optional(),
  consent: consentSchema,
  properties: z.record(idSchema, publishedPropertySchema),
  memberships: z.record(idSchema, publishedMembershipSchema),
  segments: z.record(
    idSchema,
    z.strictObject({
      name: sentenceSchema,
      input: inputSchema,
      when: publishedConditionSchema,
      reportAs: sentenceSchema,
      /** Nobody outside is told who is in it: part of what decides it is kept behind the endpoint. */
      private: z.literal(true).optional(),
    }),
  ),
  suppressions: z.record(
    idSchema,
    z.strictObject({
      name: sentenceSchema,
      class: z.enum(CLASSES),
      reason: sentenceSchema,
      when: publishedConditionSchema,
      blocks: blocksSchema,
      doubt: z.enum(["suppress", "show"]).optional(),
    }),
  ),
  offers: z.record(idSchema, offerSchema.extend({ eligible: publishedConditionSchema.optional() })),
  slots: z.record(
    idSchema,
    slotSchema.extend({
      default: defaultSchema,
      variations: z.array(
        z.strictObject({
          id: idSchema,
          for: idSchema,
          goal: idSchema.optional(),
          priority: z.number().int().min(0).max(1_000).optional(),
          tags: z.array(idSchema).optional(),
          content: contentSchema,
          lang: languageSchema.optional(),
          /** The fingerprint of content that is not in here, and may be shown only as it was approved. */
          approved: z.string().min(8).optional(),
        }),
      ),
    }),
  ),
  measurement: measurementSchema,
});

export type Manifest = z.infer<typeof manifestSchema>;
