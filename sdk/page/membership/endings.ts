import { eraseHint } from "./hint.ts";

/**
 * Tells every other page of this site that what it knows of the visitor has ended: signed out,
 * withdrawn, or objected. While this is open, a page that the browser keeps for its Back button is
 * dropped when an end is told, so that Back never paints what it showed. Answers how to tell, which erases
 * what the next page would read first; what was told is not told on, or it would end what has begun since.
 */
export function tellEndings(heard: () => void, signal: AbortSignal): () => void {
  const channel = new BroadcastChannel("forwhom");
  let isHearing = false;
  channel.onmessage = () => {
    isHearing = true;
    heard();
    isHearing = false;
  };
  signal.addEventListener("abort", () => channel.close());
  return () => {
    if (isHearing) return;
    eraseHint();
    channel.postMessage("ended");
  };
}
