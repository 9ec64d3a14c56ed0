/** One comparable value: text, number, boolean, an ISO 8601 date as text, or a list of texts. */
export type Scalar = string | number | boolean;
export type Value = Scalar | readonly string[];

/** What one operator asks of one value. Exactly one key is present. DESIGN §3. */
export type Test =
  | { readonly is: Scalar }
  | { readonly isNot: Scalar }
  | { readonly in: readonly Scalar[] }
  | { readonly notIn: readonly Scalar[] }
  | { readonly gt: number }
  | { readonly gte: number }
  | { readonly lt: number }
  | { readonly lte: number }
  | { readonly between: readonly [number, number] }
  | { readonly contains: string }
  | { readonly containsAny: readonly string[] }
  | { readonly containsAll: readonly string[] }
  | { readonly containsNone: readonly string[] }
  | { readonly startsWith: string }
  | { readonly endsWith: string }
  | { readonly matches: string }
  | { readonly known: boolean }
  | { readonly before: string }
  | { readonly after: string };

type KeysOf<T> = T extends unknown ? keyof T : never;
export type Operator = KeysOf<Test>;

/** What a rule makes of an unknown, where a team wants something else than unknown. */
export type Hedged = { readonly whenUnknown?: "no" | "yes" | undefined };

export type PropertyLeaf = { readonly property: string } & Test & Hedged;

/** One kind of event, with tests of its fields. */
export type EventPattern = {
  readonly event: string;
  readonly where?: Readonly<Record<string, Test>> | undefined;
};

/** Something that has to follow within a time, and what has to follow that. */
export type Step = EventPattern & {
  readonly within?: string | undefined;
  readonly then?: Step | undefined;
};

/** A moment to come before or after: a day, a time, or one relative to now. */
export type TimeTest = { readonly before: string } | { readonly after: string };

/** How often, and when, an event happened. Without a count: at least once. */
export type EventLeaf = EventPattern &
  Hedged & {
    readonly atLeast?: number | undefined;
    readonly atMost?: number | undefined;
    /** Counted in the time before now. */
    readonly within?: string | undefined;
    /** So often in any stretch of time of this length, however long ago. */
    readonly everWithin?: string | undefined;
    /** Not at all in the time before now. */
    readonly notWithin?: string | undefined;
    /** When it happened for the first time, and for the last. */
    readonly first?: TimeTest | undefined;
    readonly last?: TimeTest | undefined;
    /** What followed: only events that were followed so are counted. */
    readonly then?: Step | undefined;
  };

export type ScorePart = EventPattern & {
  readonly weight: number;
  /** After this time an event weighs half. */
  readonly halfLife?: string | undefined;
};

/** A weighted sum of events, compared with a number. */
export type ScoreLeaf = { readonly score: readonly ScorePart[] } & Hedged &
  (
    | { readonly gt: number }
    | { readonly gte: number }
    | { readonly lt: number }
    | { readonly lte: number }
    | { readonly between: readonly [number, number] }
  );

export type SegmentLeaf = { readonly segment: string };

/** An answer that only the endpoint can give; `publish` puts it where private criteria stood. */
export type MembershipLeaf = { readonly membership: string };

export type Leaf = SegmentLeaf | MembershipLeaf | PropertyLeaf | EventLeaf | ScoreLeaf;

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Leaf;

export const partsOf = (condition: Condition): readonly Condition[] =>
  "all" in condition
    ? condition.all
    : "any" in condition
      ? condition.any
      : "not" in condition
        ? [condition.not]
        : [];

/** Every leaf of a condition, in reading order. */
export const leavesOf = (condition: Condition): readonly Leaf[] =>
  "all" in condition || "any" in condition || "not" in condition
    ? partsOf(condition).flatMap(leavesOf)
    : [condition];

const NO_OPERATORS = ["property", "score", "whenUnknown"];

/** The one operator of a test, of a property's leaf or of a score's, with its operand. */
export const operatorOf = (test: Test | PropertyLeaf | ScoreLeaf): readonly [Operator, unknown] =>
  Object.entries(test).find(([key]) => !NO_OPERATORS.includes(key)) as [Operator, unknown];
