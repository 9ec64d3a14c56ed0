import { DRAFT_KEY, type HandedDraft } from "../../../shared/protocol/draft/draft-key.ts";
import { previewSymbol } from "../../../shared/protocol/preview-key.ts";
import { EVERY_PART } from "../every-part.ts";
import type { Forwhom } from "../forwhom.ts";
import { inspect } from "../inspect.ts";
import { DONE } from "../slots/place.ts";
import { start } from "../start.ts";

/**
 * The page script as the extension brings it into a page that has none: in one piece, because nothing
 * may be fetched there, and for a preview only, so that nothing is kept, asked or counted.
 */
type Page = {
  forwhom?: Forwhom | undefined;
  [handed: symbol]: unknown;
};

const page = window as unknown as Page;
const DRAFT = Symbol.for(DRAFT_KEY);

try {
  const { manifest, preview } = page[DRAFT] as Partial<HandedDraft>;
  if (manifest && preview) page[DRAFT] = { leave: show(manifest, preview) };
} catch (error) {
  // As everywhere: the page goes on as its authors wrote it.
  console.debug("Forwhom:", error);
}

/** Answers how to leave: every node is then the one that was there, and no mark of ours is left. */
function show(manifest: HandedDraft["manifest"], preview: HandedDraft["preview"]): () => void {
  const own = new Set(document.adoptedStyleSheets);
  Object.defineProperty(page, previewSymbol, { value: preview, configurable: true });
  const forwhom = start({
    manifest,
    parts: EVERY_PART,
    sanitizer: ofTheBrowser,
    later: async () => ({ inspect, startLater: neverInPreview }),
  });
  delete page[previewSymbol];
  page.forwhom = forwhom;
  const ours = new Set(document.adoptedStyleSheets.filter((sheet) => !own.has(sheet)));
  return () => {
    forwhom.stop();
    if (page.forwhom === forwhom) delete page.forwhom;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !ours.has(sheet));
    for (const element of document.querySelectorAll(`[${DONE}]`)) element.removeAttribute(DONE);
  };
}

/** Another would make a Trusted Types policy, which the page may refuse, and would report to its site. */
const ofTheBrowser = (): Promise<never> => Promise.reject(new Error("Only the browser's own sanitizer."));

function neverInPreview(): never {
  throw new Error("A preview follows and keeps nothing.");
}
