/**
 * Looks for a consent manager until it is followed: now, whenever a script has been loaded, and at each
 * click, so that no choice is made unseen. It may come long after us.
 *
 * @param follow follows it, and answers whether it was there as a whole; it may ask to be called again.
 */
export function whenThere(follow: (look: () => void) => boolean, signal: AbortSignal): void {
  let isFollowed = false;
  const look = () => {
    if (isFollowed || signal.aborted) return;
    try {
      isFollowed = follow(look);
    } catch {
      // One that throws has not answered. It may be whole by the next time.
    }
  };
  look();
  for (const event of ["DOMContentLoaded", "load", "click"])
    addEventListener(event, look, { capture: true, signal });
  // That a script was loaded is told to the document on the way down only, and never to the window.
  document.addEventListener("load", look, { capture: true, signal });
}
