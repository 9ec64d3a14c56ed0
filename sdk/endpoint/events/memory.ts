import type { ReportedEvent } from "./event.ts";
import { type EventStore, newAmong } from "./store.ts";

/** Keeps events for as long as the process lives. */
export function memoryEvents(): EventStore & { all(): readonly ReportedEvent[] } {
  const kept = new Map<string, ReportedEvent>();
  return {
    async add(events) {
      for (const event of newAmong(events, kept)) kept.set(event.id, event);
    },
    all: () => [...kept.values()],
  };
}
