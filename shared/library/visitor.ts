import * as z from "zod";
import { GATES } from "../consent/gates.ts";
import { durationSchema, idSchema, momentSchema } from "./words.ts";

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const truthSchema = z.enum(["yes", "no", "unknown"]);

/** Something the visitor did, so long ago; every other key is a field of the event. */
const pastEventSchema = z
  .object({ event: idSchema, ago: durationSchema.optional() })
  .catchall(z.union([z.string(), z.number(), z.boolean()]));

/**
 * A visitor as a person writes one: in a segment's tests, or to preview a page as.
 * A `crm` property that is not named is missing for somebody identified and absent for somebody
 * anonymous; a `page` or `behavior` property that is not named is absent; consent that is not named is open.
 */
export const visitorSchema = z.strictObject({
  identified: z.boolean().optional(),
  properties: z.record(idSchema, valueSchema).optional(),
  memberships: z.record(idSchema, truthSchema).optional(),
  events: z.array(pastEventSchema).optional(),
  consent: z.partialRecord(z.enum(GATES), z.enum(["open", "closed", "unknown"])).optional(),
  now: momentSchema.optional(),
});

export type Visitor = z.infer<typeof visitorSchema>;
export type PastEvent = z.infer<typeof pastEventSchema>;
