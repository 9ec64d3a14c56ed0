import type { VisitorEvent } from "../../../shared/engine/facts.ts";
import type { Touch } from "./touch.ts";

/** What the log says of its visitor as a whole. Times in ISO 8601, UTC. */
export type Visits = {
  readonly sessions: number;
  readonly firstVisit: string;
  /** When the visitor was last here before this session. */
  readonly previousVisit?: string | undefined;
  readonly firstTouch: Touch;
  readonly lastTouch?: (Touch & { readonly at: string }) | undefined;
};

export type Log = {
  /** Oldest first. */
  readonly events: readonly VisitorEvent[];
  readonly visits?: Visits | undefined;
};

/** A session ends after so long without an event. https://support.google.com/analytics/answer/12798876 */
export const PAUSE_MS = 30 * 60_000;
/** What led here longer ago is no longer why somebody comes. https://support.google.com/analytics/answer/10597962 */
const REMEMBERED_MS = 90 * 86_400_000;

/**
 * A log and one more event. The first after a pause begins a session; the first of all, the first
 * visit: both are events of their own, as in GA4. A clock that was set back begins a session too.
 */
export function withEvent<Own extends Log>(log: Own, event: VisitorEvent, touch: Touch): Own {
  const { events, visits } = log;
  const { at } = event;
  const latest = events.at(-1)?.at;
  if (visits && Math.abs(at - (latest ?? 0)) <= PAUSE_MS) return { ...log, events: [...events, event] };
  const time = new Date(at).toISOString();
  const isTouch = Object.keys(touch).length > 0;
  const isOver = at - Date.parse(visits?.lastTouch?.at ?? time) > REMEMBERED_MS;
  return {
    ...log,
    visits: {
      firstVisit: time,
      firstTouch: touch,
      ...visits,
      ...((isTouch || isOver) && { lastTouch: isTouch ? { ...touch, at: time } : undefined }),
      sessions: (visits?.sessions ?? 0) + 1,
      previousVisit: latest && new Date(latest).toISOString(),
    },
    events: [
      ...events,
      ...(visits ? [] : [{ event: "first_visit", at }]),
      { event: "session_start", at },
      event,
    ],
  };
}
