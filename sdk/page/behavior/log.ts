import type { Manifest } from "../../../shared/manifest/shape.ts";
import { askedOf } from "./asked.ts";
import { byTime, fold } from "./fold.ts";
import { type Said, said } from "./said.ts";
import type { Log } from "./visits.ts";

type KeptLog = Log & { readonly said?: Said | undefined };

/** So many are kept to the moment. Of what is older it is kept how often it happened on each day. */
const STORED = { exact: 200, days: 200 };
const HINTED = { exact: 100, days: 50 };

/** A log as it is kept: within its bound, and with what it says of its visitor. */
export function bounded({ events, visits }: KeptLog, manifest: Manifest): KeptLog & { readonly said: Said } {
  const log = { events: fold(events, STORED, Date.now()), visits };
  return { ...log, said: said(log, manifest) };
}

/** What is kept, with no more of the log than decides something before the first paint. */
export const forHint = <Own extends KeptLog>(kept: Own, manifest: Manifest): Own => ({
  ...kept,
  events: fold(askedOf(kept.events, manifest), HINTED, Date.now()),
});

/**
 * One log of two: memory's and the store's, or two tabs'. The one that knows of more, and what only the
 * other knows, unless the first counts that day together already.
 */
export function merged(one: KeptLog, other: KeptLog): KeptLog {
  const [most, rest] = timesIn(one) < timesIn(other) ? [other, one] : [one, other];
  const keys = new Set(most.events.map((event) => JSON.stringify(event)));
  const rolled = most.events.findLast(({ times }) => times)?.at ?? 0;
  const added = rest.events.filter(
    (event) => !event.times && event.at > rolled && !keys.has(JSON.stringify(event)),
  );
  const { visits, said } = untilOf(most) < untilOf(rest) ? rest : most;
  return { events: [...most.events, ...added].sort(byTime), visits, said };
}

const timesIn = ({ events }: KeptLog): number => events.reduce((sum, { times = 1 }) => sum + times, 0);
const untilOf = ({ said }: KeptLog): number => said?.until ?? 0;
