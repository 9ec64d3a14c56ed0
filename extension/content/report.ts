import browser from "webextension-polyfill";
import type { Reading } from "../../shared/consent/reading.ts";
import type { Preview } from "../../shared/protocol/preview.ts";
import { insist } from "../insist.ts";
import { BEGAN } from "./began.ts";
import { ANSWER, type Answer, ASK } from "./channel.ts";
import { readConsent, readCountry } from "./consent.ts";
import { rememberSlots } from "./observed/over-time.ts";
import { startWatching } from "./observed/watch.ts";
import { observeSlots, placesIn } from "./slots.ts";

/** A page that answers with more than this is not heard. */
const LONGEST = 4_000_000;
/** How long an answer may take before what is known is said without it. */
const PATIENCE_MS = 800;
/** How long, from the first look on, a page that loads or thinks is not yet said to be without a page script. */
const COMES_WITHIN_MS = 3_000;

/** No frames are drawn in a hidden tab. */
const NO_FRAME_MS = 100;

/** How long the page has to follow a change of consent. */
const FOLLOWS_WITHIN_MS = 150;

export type Reporting = {
  readonly look: () => void;
  /** At the next frame. */
  readonly lookSoon: () => void;
  /** Once the page has had a moment to follow a change that it did not make itself. */
  readonly lookLater: () => void;
};

/**
 * Reports to the background how the page stands: once for every look, however often the page answers
 * within a frame. `stop` is pulled when the extension was reloaded and nobody hears this any more.
 */
export function startReporting(preview: Preview | undefined, stop: AbortController): Reporting {
  const { signal } = stop;
  let answer: Answer = {};
  let answeredAt = Date.now();
  let isDue = false;
  let fallback: ReturnType<typeof setTimeout> | undefined;

  const startedAt = performance.now();
  const mayStillCome = () =>
    (answer.claim === undefined || answer.claim === null) &&
    (answer.isThinking === true || document.readyState !== "complete") &&
    performance.now() - startedAt < COMES_WITHIN_MS;

  const look = () => {
    clearTimeout(fallback);
    fallback = setTimeout(reportOrWait, PATIENCE_MS);
    document.dispatchEvent(new CustomEvent(ASK));
  };
  // What was said of a moment without a page script would be gone with the next, and take the panel's views along.
  const reportOrWait = () => {
    if (!mayStillCome()) return reportSoon();
    clearTimeout(fallback);
    fallback = setTimeout(look, PATIENCE_MS);
  };
  const reportSoon = () => {
    clearTimeout(fallback);
    if (isDue || signal.aborted) return;
    isDue = true;
    nextFrame(() => {
      isDue = false;
      void report(observe(answer), preview, stop);
    });
  };
  const lookLater = manyAsOne(look, (act) => setTimeout(act, FOLLOWS_WITHIN_MS), signal);
  const watch = startWatching(lookLater, look, signal);
  const slotsNow = rememberSlots();

  /** Everything at one moment, so that what stands in the page can be held against consent. */
  function observe({ claim, tcf, gpp, managers, ...answer }: Answer) {
    const now = Date.now();
    const country = readCountry();
    const said = { tcf: asReading(tcf), gpp: asReading(gpp), managers: asReadings(managers) };
    const consent = readConsent(said, now);
    return {
      url: location.href,
      title: document.title,
      ...(claim !== undefined && claim !== null && { claim }),
      consent,
      ...(country !== undefined && { country }),
      slots: slotsNow(observeSlots(placesIn(claim)), now),
      watched: watch.seen({ claim, ...answer }, consent, now, answeredAt),
    };
  }

  document.addEventListener(
    ANSWER,
    (event) => {
      answer = heard(event) ?? answer;
      answeredAt = Date.now();
      reportOrWait();
    },
    { signal },
  );
  if (document.readyState !== "complete") window.addEventListener("load", look, { once: true, signal });
  return {
    look,
    lookSoon: manyAsOne(look, nextFrame, signal),
    lookLater,
  };
}

/** Many calls come down to one. */
function manyAsOne(act: () => void, later: (act: () => void) => void, signal: AbortSignal): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    later(() => {
      isWaiting = false;
      if (!signal.aborted) act();
    });
  };
}

/** At the next frame; where none comes, because the tab has been hidden meanwhile, a little later. */
function nextFrame(act: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) act();
    isDone = true;
  };
  requestAnimationFrame(once);
  setTimeout(once, NO_FRAME_MS);
}

function heard(event: Event): Answer | undefined {
  const text: unknown = event instanceof CustomEvent ? event.detail : undefined;
  if (typeof text !== "string" || text.length > LONGEST) return undefined;
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === "object" && said !== null ? said : undefined;
  } catch {
    return undefined;
  }
}

let newest: object | undefined;

async function report(
  observation: object,
  preview: Preview | undefined,
  stop: AbortController,
): Promise<void> {
  try {
    newest = observation;
    const message = { type: "observed", observation, loaded: BEGAN, ...(preview && { preview }) };
    // What has been overtaken meanwhile is not sent anew.
    await insist(async () => newest !== observation || browser.runtime.sendMessage(message));
  } catch {
    // "Extension context invalidated", or nobody there: only the first never mends.
    if (!browser.runtime?.id) stop.abort();
  }
}

const asReading = (said: Reading | undefined) =>
  typeof said === "object" && said !== null ? said : undefined;

const asReadings = (said: unknown): readonly Reading[] =>
  Array.isArray(said) ? said.filter((one: Reading | undefined) => asReading(one) !== undefined) : [];
