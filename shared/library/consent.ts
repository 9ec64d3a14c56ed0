import * as z from "zod";
import { GATES } from "../consent/gates.ts";
import { AUTHORITIES, COUNTRY } from "./vocabulary.ts";
import { idSchema } from "./words.ts";

const category = z.string().min(1);
const needs = z.union([category, z.array(category).min(1)]);
/** A gate with an authority of its own. */
const gateRule = z.strictObject({ source: z.enum(AUTHORITIES), needs });

/** Who is asked for consent, and which of its categories open which gate. */
export const consentSchema = z.strictObject({
  /** The authority of every gate that names no other. */
  source: z.enum(AUTHORITIES),
  /** Other consent managers on the site: they may close a gate by an explicit no, and open none. */
  others: z.array(z.enum(AUTHORITIES)).optional(),
  /** Every category that a gate needs; a gate that is not mapped stays closed. */
  gates: z.partialRecord(z.enum(GATES), z.union([category, z.array(category).min(1), gateRule])),
  regions: z
    .strictObject({ "opt-out": z.array(z.string().regex(COUNTRY, "a country such as US")) })
    .optional(),
  /** The gates that Global Privacy Control closes. */
  globalPrivacyControl: z.array(z.enum(GATES)).optional(),
});

export const objectionSchema = z.strictObject({ property: idSchema, is: z.union([z.string(), z.boolean()]) });

export type ConsentRules = z.infer<typeof consentSchema>;
