import type { Manifest } from "../../../shared/manifest/shape.ts";
import { type Kept, MOST_EVENTS } from "../membership/kept.ts";
import { askedOf } from "./asked.ts";
import { fold } from "./fold.ts";
import { type Said, said } from "./said.ts";
import type { Log } from "./visits.ts";

const STORED = { exact: MOST_EVENTS, days: 200 };
const HINTED = { exact: 100, days: 50 };

/** A log as it is kept: within its bound, and with what it says of its visitor. */
export function bounded({ events, visits }: Log, manifest: Manifest): Log & { readonly said: Said } {
  const log = { events: fold(events, STORED, Date.now()), visits };
  return { ...log, said: said(log, manifest) };
}

/** What is kept, with no more of the log than decides something before the first paint. */
export const forHint = (kept: Kept, manifest: Manifest): Kept => ({
  ...kept,
  events: fold(askedOf(kept.events, manifest), HINTED, Date.now()),
});

/** The stored log, and what the page knows to have happened since. */
export function merged(stored: Log, held: Log): Log {
  const latest = stored.events.at(-1)?.at ?? 0;
  const since = held.events.filter(({ at }) => at > latest);
  return { events: [...stored.events, ...since], visits: held.visits ?? stored.visits };
}
