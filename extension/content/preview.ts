import type { ConsentRecord } from "../../shared/consent/record.ts";
import { shownAnyway } from "../../shared/engine/anyway.ts";
import { type HandedPreview, previewSymbol } from "../../shared/protocol/preview-key.ts";
import { keptPreview, previewIn } from "./previewed.ts";

/**
 * Runs before the page's first script, in the page's own world: hands the tab's preview to the page
 * script, which then reads no storage for it. Leaves nothing else behind.
 */
const preview = previewIn(keptPreview(), Date.now());
if (preview) {
  const { label, until, facts, gates, anyway = [] } = preview;
  const consent = { gates, basis: "explicit", sources: [], fingerprint: "preview" } satisfies ConsentRecord;
  Object.defineProperty(window, previewSymbol, {
    value: {
      label,
      until,
      facts,
      consent,
      decided: (decision, unusable) => shownAnyway(decision, anyway, unusable),
    } satisfies HandedPreview,
  });
}
