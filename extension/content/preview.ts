import { previewSymbol } from "../../shared/protocol/preview-key.ts";
import { keptPreview, previewIn } from "./previewed.ts";

/**
 * Runs before the page's first script, in the page's own world: hands the tab's preview to the page
 * script, which then reads no storage for it. Leaves nothing else behind.
 */
const preview = previewIn(keptPreview(), Date.now());
if (preview) Object.defineProperty(window, previewSymbol, { value: preview });
