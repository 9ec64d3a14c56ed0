import browser from "webextension-polyfill";
import type { Message } from "../../shared/protocol/messages.ts";
import { trackerNames } from "../../shared/protocol/trackers.ts";
import { insist } from "../insist.ts";
import { latest } from "../latest.ts";
import { followConsent } from "./consent.ts";
import { followHappenings } from "./follow/happenings.ts";
import { followPointer } from "./follow/pointer.ts";
import { showBanner } from "./overlay/banner.ts";
import { addOutline, type Outline } from "./overlay/outline.ts";
import { addOverlay, type Overlay } from "./overlay/overlay.ts";
import { pose } from "./pose.ts";
import { keptPreview, previewIn } from "./previewed.ts";
import { startReporting } from "./report.ts";
import { DONE, SHOWN } from "./slots.ts";

/** Runs in the isolated world, between the page and the background. Put in twice, it only looks again. */
type Bridge = { readonly look: () => void };

const BRIDGE = Symbol.for("forwhom.bridge");
const world = globalThis as unknown as { [BRIDGE]?: Bridge };

/** A page that decides without end is not looked at without end. */
const SPARED_MS = 80;

if (world[BRIDGE]) world[BRIDGE].look();
else world[BRIDGE] = startBridge();

function startBridge(): Bridge {
  const stop = new AbortController();
  const { signal } = stop;
  const loadedWith = keptPreview();
  const preview = previewIn(loadedWith, Date.now());
  const { look, lookSoon, lookLater } = startReporting(preview, stop);

  const lookSparingly = latest(lookSoon, SPARED_MS);
  document.addEventListener("forwhom:decision", lookSparingly, { signal });
  const marks = new MutationObserver(lookSparingly);
  marks.observe(document, { subtree: true, attributes: true, attributeFilter: [SHOWN, DONE] });
  signal.addEventListener("abort", () => marks.disconnect(), { once: true });
  followConsent(lookLater, signal);
  followHappenings((happenings) => tell({ type: "happened", ...happenings }), signal);
  followPointer(
    (selector) => tell({ type: "pointed at", ...(selector !== undefined && { selector }) }),
    signal,
  );

  window.addEventListener("pageshow", ({ persisted }) => persisted && backFromCache(loadedWith, look), {
    signal,
  });

  let overlay: Overlay | undefined;
  const overlaid = () => {
    overlay ??= addOverlay(signal);
    return overlay.root;
  };
  const leave = () => tell({ type: "leave this preview" });
  const banner = preview && showBanner(overlaid(), preview, leave, signal);

  let draftShown: AbortController | undefined;
  const showDraft = (label: string | undefined) => {
    draftShown?.abort();
    draftShown = new AbortController();
    const until = AbortSignal.any([signal, draftShown.signal]);
    if (label !== undefined) showBanner(overlaid(), { label, asOf: undefined }, leave, until);
  };

  let outline: Outline | undefined;
  browser.runtime.onMessage.addListener((raw: unknown) => {
    const told = toldHere(raw);
    if (told?.type === "trackers")
      banner?.tell({ counting: trackerNames(told.counting), blocked: trackerNames(told.blocked) });
    if (told?.type === "pose") {
      overlay?.show(false);
      return pose(told.selector);
    }
    if (told?.type === "as it was") {
      overlay?.show(true);
      scrollBack(told, signal);
    }
    if (told?.type === "draft") showDraft(told.label);
    if (told?.type !== "outline") return undefined;
    outline ??= addOutline(overlaid(), signal);
    outline.show(told.selector);
    return undefined;
  });

  look();
  return { look };
}

/** That nobody listens any more is for the next report to find out. */
function tell(message: Message): void {
  void insist(() => browser.runtime.sendMessage(message)).catch(() => undefined);
}

/** A page that is still loading may be too short by now, or be scrolled by the browser once it is loaded. */
function scrollBack(
  { scrollX: left, scrollY: top }: Extract<Told, { type: "as it was" }>,
  signal: AbortSignal,
) {
  const back = () => scrollTo({ left, top, behavior: "instant" });
  back();
  if (document.readyState !== "complete")
    window.addEventListener("load", () => setTimeout(back), { once: true, signal });
}

/** The browser brings an old page back as it was: perhaps still previewing, or not yet. */
function backFromCache(loadedWith: string | null, look: () => void): void {
  if (keptPreview() === loadedWith) look();
  else location.reload();
}

const TOLD = ["outline", "trackers", "pose", "as it was", "draft"] as const;
type Told = Extract<Message, { readonly type: (typeof TOLD)[number] }>;

/**
 * Only these messages come here, and they come from our own pages, which wrote them by the schema. The schema itself
 * would bring zod, which is thirty times the size of this script, into every page.
 */
function toldHere(raw: unknown): Told | undefined {
  if (typeof raw !== "object" || raw === null || !("type" in raw)) return undefined;
  return TOLD.some((type) => type === raw.type) ? (raw as Told) : undefined;
}
