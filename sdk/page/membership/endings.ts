import { eraseHint } from "./device/hint.ts";

/** A cookie that was changed elsewhere is known here by then. */
const COOKIE_MS = 1_000;

/**
 * Tells every other page of this site that what it knows of the visitor has ended: signed out,
 * withdrawn, or objected. While this is open, a page that the browser keeps for its Back button is
 * dropped when an end is told, so that Back never paints what it showed. Answers how to tell, which erases
 * what the next page would read first; what was told is not told on, or it would end what has begun since.
 *
 * @param again is called once more a moment later: a browser tells its processes of a changed cookie one after the
 * other, and this one may be the last to hear.
 */
export function tellEndings(heard: () => void, again: () => void, signal: AbortSignal): () => void {
  const channel = new BroadcastChannel("forwhom");
  let isHearing = false;
  const hear = (act: () => void) => {
    isHearing = true;
    act();
    isHearing = false;
  };
  channel.onmessage = () => {
    hear(heard);
    setTimeout(hear, COOKIE_MS, again);
  };
  signal.addEventListener("abort", () => channel.close());
  return () => {
    if (isHearing) return;
    eraseHint();
    channel.postMessage("ended");
  };
}
