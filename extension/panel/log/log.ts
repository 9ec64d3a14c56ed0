import type { Gate, GateState } from "../../../shared/consent/gates.ts";
import type { Happening, Happenings } from "../../../shared/protocol/happening.ts";

/** One thing that happened in the tab; `at` in epoch milliseconds. */
export type Noted =
  | Happening
  | { readonly is: "page"; readonly at: number; readonly path: string; readonly as?: string | undefined }
  | { readonly is: "consent"; readonly at: number; readonly changes: readonly GateChange[] }
  /** So many more happened at about that time. */
  | { readonly is: "missed"; readonly at: number; readonly count: number };

export type GateChange = { readonly gate: Gate; readonly state: GateState };

export type Entry = Noted & { readonly key: number };

/** What happened in the tab while the panel was open, the newest first. */
export type Log = { readonly entries: readonly Entry[]; readonly next: number };

export const EMPTY: Log = { entries: [], next: 0 };

/** What is older than so many entries is let go. */
const MOST = 300;

export function noted(log: Log, news: readonly Noted[]): Log {
  if (news.length === 0) return log;
  const added = news.map((one, at): Entry => ({ ...one, key: log.next + at }));
  const entries = [...added.toReversed(), ...log.entries]
    .toSorted((one, other) => other.at - one.at || other.key - one.key)
    .slice(0, MOST);
  return { entries, next: log.next + added.length };
}

/** What the page told. What was decided anew just as it stood before is no news. */
export function told({ entries }: Log, { happenings, missed }: Happenings): readonly Noted[] {
  const stood = new Map<string, string>();
  for (const entry of entries) {
    // A page that is loaded decides everything anew.
    if (entry.is === "page") break;
    if (entry.is === "decision" && !stood.has(entry.slot)) stood.set(entry.slot, standing(entry));
  }
  const news: Noted[] = happenings.filter((one) => {
    if (one.is !== "decision") return true;
    const isNews = stood.get(one.slot) !== standing(one);
    stood.set(one.slot, standing(one));
    return isNews;
  });
  const last = happenings.at(-1);
  return missed > 0 && last ? [...news, { is: "missed", at: last.at, count: missed }] : news;
}

const standing = ({ outcome, variation = "" }: Extract<Happening, { is: "decision" }>) =>
  `${outcome} ${variation}`;
