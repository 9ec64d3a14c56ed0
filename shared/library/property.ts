import * as z from "zod";
import { BEHAVIOR_FACTS, COMPARISONS, isZone } from "./vocabulary.ts";
import { durationSchema, inputSchema, sentenceSchema } from "./words.ts";

export const TYPES = ["enum", "text", "number", "boolean", "date", "list"] as const;

/** What a page shows by itself: no consent is needed to look at it. */
const PAGE_FACT = /^(country|language|device|path|host|referrer|query\.[A-Za-z0-9_-]{1,60})$/;

const described = {
  input: inputSchema,
  type: z.enum(TYPES),
  /** The name a marketer reads, such as "Lifecycle stage". */
  label: sentenceSchema.optional(),
  values: z.array(z.string().min(1)).min(1).optional(),
  /** The words a marketer reads for values. */
  labels: z.record(z.string(), sentenceSchema).optional(),
  /** Texts that differ only in case, or in case and accents, are the same. */
  compare: z.enum(COMPARISONS).optional(),
  /** Texts that stand for "nothing chosen": the value is missing. */
  missing: z.array(z.string()).min(1).optional(),
  /** The time zone whose calendar days count. */
  zone: z.string().refine(isZone, "a time zone such as Europe/Berlin").optional(),
  expose: z.boolean().optional(),
  freshFor: durationSchema.optional(),
  usableFor: durationSchema.optional(),
};

/** A standardised fact about a visitor, and the source that knows it. */
export const propertySchema = z.discriminatedUnion("from", [
  z.strictObject({ ...described, from: z.literal("crm"), of: z.enum(["contact", "company", "deal"]) }),
  z.strictObject({
    ...described,
    from: z.literal("page"),
    of: z.string().regex(PAGE_FACT, "country, language, device, path, host, referrer or query.<name>"),
  }),
  z.strictObject({ ...described, from: z.literal("behavior"), of: z.enum(BEHAVIOR_FACTS) }),
]);

export type Property = z.infer<typeof propertySchema>;

/** Whether its values may reach the page: what the page shows and what its device keeps is there already. */
export const isPublic = ({ from, expose }: Property): boolean => from !== "crm" || expose === true;
