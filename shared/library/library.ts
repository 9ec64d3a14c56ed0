import * as z from "zod";
import { consentSchema, objectionSchema } from "./consent.ts";
import { offerSchema } from "./offer.ts";
import { propertySchema } from "./property.ts";
import { segmentSchema } from "./segment.ts";
import { slotSchema } from "./slot.ts";
import { suppressionSchema } from "./suppression.ts";
import { HUB_ID, SINKS } from "./vocabulary.ts";
import { addressSchema, idSchema, sentenceSchema } from "./words.ts";

export const measurementSchema = z.strictObject({
  /** The share of visitors kept on the default so that lift can be measured. */
  holdout: z.number().min(0).max(0.5).optional(),
  /** Draws the lots of the holdout: another salt, other visitors. */
  salt: z.string().min(1).max(100).optional(),
  /** When a variation counts as shown: this share of its slot was in view for so long. By half and for one second unless said. */
  seen: z
    .strictObject({
      share: z.number().min(0.01).max(1).optional(),
      forMs: z.number().int().min(0).max(60_000).optional(),
    })
    .optional(),
  /** For how many days a conversion is credited to the last exposure of its offer; 7 unless said. */
  creditDays: z.number().min(0.01).max(400).optional(),
  reportTo: z.array(z.enum(SINKS)).optional(),
  /** Tells them also where Global Privacy Control says that nothing may be passed on. */
  reportUnderGpc: z.boolean().optional(),
  /** The account's number, which HubSpot wants in the name of every event. */
  hubId: z.string().regex(HUB_ID, "the number of a HubSpot account, such as 1234567").optional(),
});

/** The governed artefact that a team keeps in git. DESIGN §3. */
export const librarySchema = z.strictObject({
  $schema: z.string().optional(),
  forwhom: z.literal(1),
  name: sentenceSchema,
  /** Where the membership endpoint answers, without the last part: `/forwhom` for `/forwhom/membership`. */
  endpoint: addressSchema.optional(),
  /** Stops personalization everywhere: every slot shows its default. */
  stop: z.boolean().optional(),
  consent: consentSchema.extend({ objection: objectionSchema.optional() }),
  properties: z.record(idSchema, propertySchema),
  segments: z.record(idSchema, segmentSchema),
  suppressions: z.record(idSchema, suppressionSchema),
  offers: z.record(idSchema, offerSchema),
  slots: z.record(idSchema, slotSchema),
  measurement: measurementSchema,
});

export type Library = z.infer<typeof librarySchema>;
