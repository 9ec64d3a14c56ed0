/**
 * Tells every other page of this site that what it knows of the visitor has ended: signed out,
 * withdrawn, or objected. While this is open, a page that the browser keeps for its Back button is
 * dropped when an end is told, so that Back never paints what it showed. Answers how to tell.
 */
export function tellEndings(heard: () => void, signal: AbortSignal): () => void {
  const channel = new BroadcastChannel("forwhom");
  channel.onmessage = heard;
  signal.addEventListener("abort", () => channel.close());
  return () => channel.postMessage("ended");
}
