import type { Manifest } from "../../manifest/shape.ts";
import type { HandedPreview } from "../preview-key.ts";

/** Under which name the page script that the extension brings finds what to show; afterwards, how it is left. */
export const DRAFT_KEY = "forwhom.draft";

/** A library that is being written, as it would be published, and the visitor to show it to. */
export type HandedDraft = { readonly manifest: Manifest; readonly preview: HandedPreview };
