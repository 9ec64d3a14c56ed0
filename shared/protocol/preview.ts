import * as z from "zod";
import { GATES } from "../consent/gates.ts";

export { PREVIEW_KEY } from "./preview-key.ts";

const factSchema = z.union([
  z.strictObject({
    is: z.literal("known"),
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  }),
  z.strictObject({ is: z.literal("absent") }),
  z.strictObject({
    is: z.literal("unknown"),
    because: z.enum(["pending", "withheld", "stale", "failed", "missing"]),
    last: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  }),
]);

const truthSchema = z.enum(["yes", "no", "unknown"]);
const becauseSchema = z.enum(["pending", "withheld", "stale", "failed", "missing"]);

const eventSchema = z.strictObject({
  event: z.string(),
  at: z.number(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  // Each is counted one by one.
  times: z.number().int().min(1).max(100_000).optional(),
});

export const factsSchema = z.strictObject({
  properties: z.record(z.string(), factSchema),
  memberships: z.record(
    z.string(),
    z.strictObject({
      is: truthSchema,
      because: becauseSchema.optional(),
      last: truthSchema.optional(),
      since: z.string().optional(),
    }),
  ),
  events: z.union([
    z.array(eventSchema),
    z.strictObject({ is: z.literal("unknown"), because: becauseSchema }),
  ]),
  now: z.number(),
  objected: z.boolean().optional(),
  stopped: z.boolean().optional(),
  lot: z.number().optional(),
  treated: z.boolean().optional(),
  offersHere: z.array(z.string()).optional(),
  view: z.array(eventSchema).optional(),
});

const id = z.string().max(100);

/** Content that a marketer asked to see though this visitor would not get it, and what its slot is called. */
const anywaySchema = z.strictObject({
  slot: id,
  name: z.string().max(200),
  variation: id,
  segment: id,
  goal: id,
  offer: id.optional(),
});

export const gatesSchema = z.record(z.enum(GATES), z.enum(["open", "closed", "unknown"]));

/**
 * A visitor whom a marketer sees the page as. Page properties that are not given are the real
 * page's. It belongs to one tab and dies with it, and at `until` (milliseconds since 1970).
 */
export const previewSchema = z.strictObject({
  forwhom: z.literal(1),
  label: z.string().min(1).max(200),
  /** The segment that was chosen, where one was. */
  segment: z.string().optional(),
  facts: factsSchema,
  gates: gatesSchema,
  /** The moment that was chosen to see the page as of, where one was: `facts.now` then, epoch milliseconds. */
  asOf: z.number().optional(),
  /** Never part of what is saved or sent to a colleague: it ends with this preview. */
  anyway: z.array(anywaySchema).max(20).optional(),
  tab: z.number().int(),
  until: z.number(),
});

export type ShownAnyway = z.infer<typeof anywaySchema>;
export type Preview = z.infer<typeof previewSchema>;
