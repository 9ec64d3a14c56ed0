import type { ReportedEvent } from "./event.ts";

/** Where reported events are kept. */
export interface EventStore {
  /** Keeps every event whose id it does not hold yet. Rejects when nothing of the batch is safe. */
  add(events: readonly ReportedEvent[]): Promise<void>;
}

/** The events whose ids are new, each id once. */
export function newAmong(
  events: readonly ReportedEvent[],
  seen: { has(id: string): boolean },
): ReportedEvent[] {
  const byId = new Map<string, ReportedEvent>();
  for (const event of events) if (!seen.has(event.id) && !byId.has(event.id)) byId.set(event.id, event);
  return [...byId.values()];
}
