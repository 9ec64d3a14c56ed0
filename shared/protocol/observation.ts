import * as z from "zod";
import { inspectionSchema, readingSchema } from "./inspection.ts";
import { watchedSchema } from "./watched.ts";

/** One slot as it stands in the page, seen from outside the page script. */
export const observedSlotSchema = z.strictObject({
  slot: z.string().max(100),
  /** The variation that the element says it shows. */
  shown: z.string().max(100).optional(),
  outcome: z.enum(["variation", "default", "neutral", "undecided"]),
  /** A selector that finds the element again. */
  selector: z.string().max(500),
  visible: z.boolean(),
  /** The first words of what can be read there. */
  text: z.string().max(200),
  /** When it came to show this, in epoch milliseconds, where it was seen to; else it did at the first look. */
  since: z.number().optional(),
});

/** What the extension saw by itself, beside what the page script claims. DESIGN §5, Extension. */
export const observationSchema = z.strictObject({
  url: z.string(),
  title: z.string(),
  /** Not there: no page script answered. */
  claim: inspectionSchema.optional(),
  /** Consent as the extension itself read it from the consent managers. */
  consent: z.array(readingSchema),
  country: z.string().optional(),
  slots: z.array(observedSlotSchema).max(500),
  watched: watchedSchema,
});

export type Observation = z.infer<typeof observationSchema>;
export type ObservedSlot = z.infer<typeof observedSlotSchema>;
