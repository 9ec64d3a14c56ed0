import * as z from "zod";
import { inspectionSchema } from "../inspection.ts";

/** What an element of a page is to its reader. */
export const ELEMENT_KINDS = [
  "heading",
  "text",
  "link",
  "button",
  "image",
  "list",
  "form",
  "section",
  "other",
] as const;

/** An element that a marketer points at; whatever is said of it was read from the page, as text. */
export const pointedElementSchema = z.strictObject({
  /** Finds this element and no other. */
  selector: z.string().min(1).max(500),
  kind: z.enum(ELEMENT_KINDS),
  /** The first words of what can be read there. */
  text: z.string().max(200),
  /** Where it leads: of links only. */
  href: z.string().max(2_000).optional(),
  /** The slot that its own mark says it is. */
  slot: z.string().max(200).optional(),
  /** The nearest marked slot around it. */
  within: z.string().max(200).optional(),
});

/** Whom the page is shown to with the draft, and what its page script claims to have decided. */
export const shownDraftSchema = z.strictObject({
  label: z.string(),
  segment: z.string().optional(),
  claim: inspectionSchema.optional(),
});

export type PointedElement = z.infer<typeof pointedElementSchema>;
export type ShownDraft = z.infer<typeof shownDraftSchema>;
