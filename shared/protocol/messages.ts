import * as z from "zod";
import { manifestSchema } from "../manifest/shape.ts";
import { choiceSchema } from "./choice.ts";
import { pointedElementSchema, shownDraftSchema } from "./draft/draft.ts";
import { writingSchema, writtenPlaceSchema } from "./draft/in-place.ts";
import { POINTING_STEPS } from "./draft/pointing-steps.ts";
import { happeningsSchema } from "./happening.ts";
import { observationSchema } from "./observation.ts";
import { previewSchema } from "./preview.ts";
import { TRACKER_IDS } from "./trackers.ts";

const tab = z.number().int();
const selector = z.string().max(500).optional();
const trackers = z.array(z.enum(TRACKER_IDS)).max(TRACKER_IDS.length);

/** What the panel knows of the page in its tab. */
export const pageStateSchema = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("loading") }),
  /** The site has not been granted, or the grant ended with a navigation. */
  z.strictObject({ is: z.literal("not allowed"), origin: z.string().optional() }),
  /** A page of the browser itself, where no extension may look. */
  z.strictObject({ is: z.literal("closed to extensions") }),
  z.strictObject({
    is: z.literal("without Forwhom"),
    observation: observationSchema,
    /** The extension shows something there that is being written. */
    draft: shownDraftSchema.optional(),
  }),
  z.strictObject({
    is: z.literal("seen"),
    observation: observationSchema,
    preview: previewSchema.optional(),
    /** When this page was loaded, in epoch milliseconds. */
    loaded: z.number().optional(),
    /** What it was chosen by. The page never hears of it: it may name what is not on the page. */
    choice: choiceSchema.optional(),
    /** Whose collectors are blocked in this tab. */
    blocked: trackers.optional(),
  }),
  z.strictObject({ is: z.literal("failed"), because: z.string() }),
]);

/** The element that is pointed at, chosen, or nothing any more. */
const pointing = {
  is: z.enum(["pointing", "chosen", "left"]),
  element: pointedElementSchema.optional(),
};

/** Every message between page, bridge, background and panel. DESIGN §5, Extension. */
export const messageSchema = z.discriminatedUnion("type", [
  /** Panel to background. */
  z.strictObject({ type: z.literal("look"), tab }),
  z.strictObject({
    type: z.literal("preview"),
    tab,
    preview: previewSchema,
    choice: choiceSchema.optional(),
  }),
  z.strictObject({ type: z.literal("leave preview"), tab }),
  z.strictObject({ type: z.literal("outline"), tab, selector }),
  /** Whose collectors are blocked in the tab from now on, until its preview ends; nobody's: all count again. */
  z.strictObject({ type: z.literal("block"), tab, trackers }),
  z.strictObject({ type: z.literal("point"), tab, step: z.enum(POINTING_STEPS).optional() }),
  /** Where the marketer wants to write in the page; nowhere any more without a place. */
  z.strictObject({ type: z.literal("write in place"), tab, place: writtenPlaceSchema.optional() }),
  z.strictObject({
    type: z.literal("show draft"),
    tab,
    manifest: manifestSchema,
    preview: previewSchema,
  }),
  z.strictObject({ type: z.literal("leave draft"), tab }),
  /** Background to bridge: whom the page is shown to with a draft; nobody any more without a label. */
  z.strictObject({ type: z.literal("draft"), label: z.string().optional() }),
  /** Bridge to background: what was observed, and when this page was loaded and with which preview. */
  z.strictObject({
    type: z.literal("observed"),
    observation: observationSchema,
    loaded: z.number(),
    preview: previewSchema.optional(),
  }),
  /** Bridge to background: over which slot the pointer is, and what the page script has told its page. */
  z.strictObject({ type: z.literal("pointed at"), selector }),
  z.strictObject({ type: z.literal("pointing"), ...pointing }),
  z.strictObject({ type: z.literal("writing"), ...writingSchema.shape }),
  z.strictObject({ type: z.literal("happened"), ...happeningsSchema.shape }),
  /** Banner to background. */
  z.strictObject({ type: z.literal("leave this preview") }),
  /** Panel to bridge: bring this slot into view for a picture, without anything of ours before it; answered with a `Pose`. */
  z.strictObject({ type: z.literal("pose"), selector: z.string().max(500) }),
  z.strictObject({ type: z.literal("as it was"), scrollX: z.number(), scrollY: z.number() }),
  /** Background to banner: who still counts on this page, and who cannot in this tab. */
  z.strictObject({ type: z.literal("trackers"), counting: trackers, blocked: trackers }),
  /** Background to panel. */
  z.strictObject({ type: z.literal("page"), tab, state: pageStateSchema }),
  z.strictObject({ type: z.literal("pointed at in"), tab, selector }),
  z.strictObject({ type: z.literal("pointing in"), tab, ...pointing }),
  z.strictObject({ type: z.literal("writing in"), tab, ...writingSchema.shape }),
  z.strictObject({ type: z.literal("happened in"), tab, ...happeningsSchema.shape }),
]);

export type Message = z.infer<typeof messageSchema>;
export type PageState = z.infer<typeof pageStateSchema>;
