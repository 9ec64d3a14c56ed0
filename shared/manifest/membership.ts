import * as z from "zod";
import { isMoment } from "../library/vocabulary.ts";
import { idSchema } from "../library/words.ts";

const BECAUSE = ["pending", "withheld", "stale", "failed", "missing"] as const;

/** What `GET /membership` answers. DESIGN §5. */
export const membershipSchema = z.strictObject({
  forwhom: z.literal(1),
  identified: z.boolean(),
  segments: z.record(
    idSchema,
    z.strictObject({
      is: z.enum(["yes", "no", "unknown"]),
      because: z.enum(BECAUSE).optional(),
      since: z.string().optional(),
    }),
  ),
  /** Exposed values only; null: nothing is kept of this property, so it is missing. */
  properties: z.record(
    idSchema,
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
  ),
  /** This person objected to personalization: nothing else is answered, and what is kept is erased. */
  objected: z.boolean(),
  stop: z.boolean(),
  /** ISO 8601, UTC. */
  asOf: z.string().refine(isMoment, "a time such as 2026-11-01T09:00:00Z"),
  /** Seconds. */
  freshFor: z.number().min(0),
});

export type MembershipAnswer = z.infer<typeof membershipSchema>;
