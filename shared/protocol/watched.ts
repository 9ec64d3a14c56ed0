import * as z from "zod";
import { readingSchema } from "./inspection.ts";
import { TOOL_IDS } from "./tools.ts";
import { TRACKER_IDS } from "./trackers.ts";

/** Epoch milliseconds. */
const moment = z.number();
const name = z.string().max(100);

/** Something that lies on the device, by its name: what it holds is never looked at. */
const keptSchema = z.strictObject({
  place: z.enum(["cookie", "localStorage", "sessionStorage", "indexedDB"]),
  name: z.string().max(200),
  /** When it came, where it was not there from the first look on. */
  since: moment.optional(),
});

/** A request of the page, by its address without query and fragment. */
const requestSchema = z.strictObject({
  /** Our own endpoint, or another tool. */
  to: z.enum(["endpoint", ...TOOL_IDS]),
  url: z.string().max(500),
  at: moment,
});

/** One trace of a personalization tool. */
const traceSchema = z.strictObject({
  tool: z.enum(TOOL_IDS),
  by: z.enum(["script", "global", "cookie", "storage"]),
  name: z.string().max(300),
});

/** What consent signals say of themselves, beside what was consented to. */
export const signalsSchema = z.strictObject({
  tcString: z
    .strictObject({
      version: z.number(),
      updated: moment,
      segments: z.array(z.number()).max(10),
      /** How many vendors have consent without having been disclosed, where the API says it. */
      undisclosed: z.number().optional(),
    })
    .optional(),
  gpp: z
    .array(
      z.strictObject({
        section: name,
        keeps: z.array(name).max(5),
        gpc: z.boolean().optional(),
        isChild: z.boolean(),
      }),
    )
    .max(30)
    .optional(),
  /** The types of which Google consent mode says anything. */
  google: z.array(name).max(20).optional(),
  oneTrustGpc: z.enum(["honored", "ignored"]).optional(),
  /** There where the WP Consent API is; and the type of consent, where anybody has set it. */
  wpConsent: z.strictObject({ type: name.optional() }).optional(),
});

/** What was seen since the extension looks at this page, beside how its slots stand now. */
export const watchedSchema = z.strictObject({
  /** When the page began to load, and when all of this was seen. */
  loaded: moment,
  at: moment,
  /**
   * How consent stood from each moment on, until the next; the first is that of the first look. It was last seen
   * so at `seen`: whoever looks seldom, in a hidden tab, cannot say more of when it changed.
   */
  consent: z
    .array(z.strictObject({ at: moment, seen: moment.optional(), readings: z.array(readingSchema).max(30) }))
    .max(50),
  device: z.array(keptSchema).max(400),
  requests: z.array(requestSchema).max(200),
  tools: z.array(traceSchema).max(60),
  /** Who counts here besides: something was sent to them, or their script was loaded. */
  trackers: z.array(z.enum(TRACKER_IDS)).max(TRACKER_IDS.length),
  signals: signalsSchema,
});

export type Watched = z.infer<typeof watchedSchema>;
export type Kept = z.infer<typeof keptSchema>;
export type Request = z.infer<typeof requestSchema>;
export type Trace = z.infer<typeof traceSchema>;
export type Signals = z.infer<typeof signalsSchema>;
