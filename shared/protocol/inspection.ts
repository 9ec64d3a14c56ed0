import * as z from "zod";
import { GATES } from "../consent/gates.ts";
import type { Evaluation } from "../engine/evaluate.ts";
import { publishedConditionSchema } from "../library/condition.ts";
import { manifestSchema } from "../manifest/shape.ts";
import { factsSchema, gatesSchema } from "./preview.ts";

const evaluationSchema: z.ZodType<Evaluation> = z.lazy(() =>
  z.strictObject({
    is: z.enum(["yes", "no", "unknown"]),
    condition: publishedConditionSchema,
    because: z.enum(["pending", "withheld", "stale", "failed", "missing"]).optional(),
    found: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
    byDay: z.literal(true).optional(),
    parts: z.array(evaluationSchema).optional(),
  }),
);

const stopSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.enum(["stop", "paused", "objection", "holdout"]) }),
  z.strictObject({ by: z.enum(["content", "unapproved", "contested"]) }),
  z.strictObject({ by: z.literal("suppression"), suppression: z.string(), evaluation: evaluationSchema }),
  z.strictObject({
    by: z.literal("cap"),
    offer: z.string(),
    shown: z.number(),
    byDay: z.literal(true).optional(),
  }),
  z.strictObject({ by: z.literal("eligibility"), offer: z.string(), evaluation: evaluationSchema }),
  z.strictObject({ by: z.enum(["not yet", "over", "blackout"]), offer: z.string(), on: z.string() }),
  z.strictObject({ by: z.enum(["dismissed", "converted"]), offer: z.string(), at: z.number() }),
  z.strictObject({ by: z.literal("excluded"), offer: z.string(), beside: z.string() }),
  z.strictObject({ by: z.literal("targeting"), evaluation: evaluationSchema }),
]);

const candidateSchema = z.strictObject({
  variation: z.string(),
  segment: z.string(),
  offer: z.string().optional(),
  goal: z.string(),
  stoppedBy: stopSchema.optional(),
  targeting: evaluationSchema.optional(),
});

export const decisionSchema = z.strictObject({
  slot: z.string(),
  outcome: z.enum(["variation", "default", "neutral"]),
  shown: candidateSchema.optional(),
  candidates: z.array(candidateSchema),
  stoppedBy: stopSchema.optional(),
  defaultStoppedBy: stopSchema.optional(),
});

export const readingSchema = z.strictObject({
  source: z.string(),
  state: z.enum(["pending", "unanswered", "answered"]),
  basis: z.enum(["explicit", "implied", "default", "not required"]),
  granted: z.array(z.string()),
  denied: z.array(z.string()),
  opens: z.array(z.enum(GATES)).optional(),
  closes: z.array(z.enum(GATES)).optional(),
  corrects: z.array(z.string()).optional(),
});

export const consentRecordSchema = z.strictObject({
  gates: gatesSchema,
  basis: z.enum(["explicit", "implied", "default", "not required"]),
  country: z.string().optional(),
  sources: z.array(readingSchema),
  fingerprint: z.string(),
});

/** What the page script says of itself when `forwhom.inspect()` is called: a claim, never a verdict. */
export const inspectionSchema = z.strictObject({
  forwhom: z.literal(1),
  manifest: manifestSchema,
  /** One for each slot found on the page. */
  decisions: z.array(decisionSchema),
  facts: factsSchema,
  consent: consentRecordSchema,
  /** Whether a signed-in visitor is known; when the kept answers are from. */
  visitor: z.strictObject({ identified: z.boolean(), asOf: z.string().optional() }),
  /** Whom the page is being previewed as. */
  preview: z.string().optional(),
});

export type Inspection = z.infer<typeof inspectionSchema>;
