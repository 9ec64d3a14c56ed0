import { z } from "zod";
import { MOMENT } from "../../../shared/library/vocabulary.ts";

const field = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);

/**
 * What an event can be. The last two say how many (`count`) never came: let go by a full device, or refused.
 */
export const EVENT_TYPES = ["exposure", "conversion", "suppressed", "segment", "dropped", "refused"] as const;

/** One event as a page reports it; every other key is a field of the event. */
export const eventSchema = z
  .object({
    /** Drawn by the page. The same id is the same event, however often it is sent. */
    id: z.string().regex(/^[\w-]{8,100}$/, "8 to 100 letters, digits, - or _"),
    type: z.enum(EVENT_TYPES),
    at: z.string().regex(MOMENT, "a time in UTC such as 2026-11-01T09:00:00Z"),
  })
  .catchall(field)
  .refine((event) => Object.keys(event).length <= 30, "an event with at most 30 fields");

export type ReportedEvent = z.infer<typeof eventSchema>;

export const MOST_EVENTS = 500;

/** The batch around the events; each event is judged by itself, so that a bad one costs only itself. */
export const batchSchema = z.object({ events: z.array(z.unknown()).max(MOST_EVENTS) });
