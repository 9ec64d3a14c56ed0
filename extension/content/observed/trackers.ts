import { type TrackerId, trackerAt } from "../../../shared/protocol/trackers.ts";

export type Trackers = { readonly seen: () => readonly TrackerId[] };

/** Watches, by the browser's own timing, whose collectors and scripts the page asks for. */
export function watchTrackers(changed: () => void, signal: AbortSignal): Trackers {
  const seen = new Set<TrackerId>();
  const add = (entries: readonly PerformanceEntry[]) => {
    const before = seen.size;
    for (const { name } of entries) {
      const id = trackerAt(name);
      if (id) seen.add(id);
    }
    if (seen.size > before) changed();
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "resource", buffered: true });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  return {
    seen() {
      add(observer.takeRecords());
      return [...seen];
    },
  };
}
