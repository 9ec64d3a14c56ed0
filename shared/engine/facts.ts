import type { Scalar, Value } from "./condition.ts";
import type { Truth } from "./truth.ts";

/** Why a fact is not known. DESIGN §2. */
export type UnknownBecause = "pending" | "withheld" | "stale" | "failed" | "missing";

export type Unknown = {
  readonly is: "unknown";
  readonly because: UnknownBecause;
  /** What a stale fact last was. Suppressions go on holding by it; nothing else reads it. */
  readonly last?: Value | undefined;
};

/** Known; absent: its source answered that there is none; or unknown, with the reason. */
export type Fact = { readonly is: "known"; readonly value: Value } | { readonly is: "absent" } | Unknown;

/** One visitor's answer for one segment or opaque part of a condition, as the endpoint gave it. */
export type Membership = {
  readonly is: Truth;
  readonly because?: UnknownBecause | undefined;
  /** What a stale membership last was. */
  readonly last?: Truth | undefined;
  /** ISO 8601, UTC. */
  readonly since?: string | undefined;
};

/** Something the visitor did on this device. `at` in milliseconds since 1970, UTC. */
export type VisitorEvent = {
  readonly event: string;
  readonly at: number;
  readonly fields?: Readonly<Record<string, Scalar>> | undefined;
  /** How often it happened on that day; `at` is the last time. Not there: this once, at that very moment. */
  readonly times?: number | undefined;
};

/** All that is held about one visitor when a slot is decided. */
export type Facts = {
  /** A property that is not here is unknown: missing. */
  readonly properties: Readonly<Record<string, Fact>>;
  /** A membership that is not here is unknown: missing. */
  readonly memberships: Readonly<Record<string, Membership>>;
  readonly events: readonly VisitorEvent[] | Unknown;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** The person objected to personalization: no variation is shown, whatever the rules say. */
  readonly objected?: boolean | undefined;
  /** The endpoint or the site asked for personalization to stop. */
  readonly stopped?: boolean | undefined;
  /** What happened in this page view, whether or not it may be kept. */
  readonly view?: readonly VisitorEvent[] | undefined;
  /** The offers that other slots of this page make. */
  readonly offersHere?: readonly string[] | undefined;
  /** Was shown a variation before: never held out, so that nobody changes arms. */
  readonly treated?: boolean | undefined;
  /** Where the visitor falls in the holdout lottery, 0 up to 1; not there: never held out. */
  readonly lot?: number | undefined;
};

export const known = (value: Value): Fact => ({ is: "known", value });
export const ABSENT: Fact = { is: "absent" };
export const unknown = (because: UnknownBecause) => ({ is: "unknown", because }) as const;

/** Own entries only, so that an id such as `constructor` finds nothing. */
export const entry = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;

/** The same record with every value changed. */
export const mapped = <T, R>(
  record: Readonly<Record<string, T>>,
  change: (value: T, id: string) => R,
): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value, id)]));

const isStale = ({ is, because }: { is: string; because?: UnknownBecause | undefined }) =>
  is === "unknown" && because === "stale";

/** The same visitor with every stale fact as it last was. DESIGN §2, Age. */
export function asLastKnown(facts: Facts): Facts {
  return {
    ...facts,
    properties: mapped(facts.properties, (fact) =>
      fact.is === "unknown" && isStale(fact) && fact.last !== undefined ? known(fact.last) : fact,
    ),
    memberships: mapped(facts.memberships, (one) => (isStale(one) && one.last ? { is: one.last } : one)),
  };
}
