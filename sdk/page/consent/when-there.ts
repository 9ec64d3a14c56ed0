/**
 * Calls until it is answered that what was looked for is there: now, whenever a script has loaded,
 * and at each click, so that no choice is made unseen. A consent manager may come long after us.
 */
export function whenThere(find: () => boolean, signal: AbortSignal): void {
  let isThere = false;
  const look = () => {
    try {
      if (!isThere) isThere = find();
    } catch {
      // One that throws has not answered. It may be whole by the next time.
    }
  };
  look();
  for (const event of ["DOMContentLoaded", "load", "click"])
    addEventListener(event, look, { capture: true, signal });
}
