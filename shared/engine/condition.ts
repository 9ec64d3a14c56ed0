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
  | { readonly startsWith: string }
  | { readonly endsWith: string }
  | { readonly matches: string }
  | { readonly known: boolean }
  | { readonly before: string }
  | { readonly after: string };

export type Operator =
  | "is"
  | "isNot"
  | "in"
  | "notIn"
  | "gt"
  | "gte"
  | "lt"
  | "lte"
  | "between"
  | "contains"
  | "startsWith"
  | "endsWith"
  | "matches"
  | "known"
  | "before"
  | "after";

export type PropertyLeaf = { readonly property: string } & Test;

/** How often an event with such fields happened. Without a count: at least once. */
export type EventLeaf = {
  readonly event: string;
  readonly where?: Readonly<Record<string, Test>> | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly within?: string | undefined;
};

export type SegmentLeaf = { readonly segment: string };

/** An answer that only the endpoint can give; `publish` puts it where private criteria stood. */
export type MembershipLeaf = { readonly membership: string };

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | SegmentLeaf
  | MembershipLeaf
  | PropertyLeaf
  | EventLeaf;

export type Leaf = SegmentLeaf | MembershipLeaf | PropertyLeaf | EventLeaf;

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

const RESERVED = new Set(["property", "all", "any", "not"]);

/** The one operator of a test or property leaf, with its operand. */
export function operatorOf(test: Test): readonly [Operator, unknown] {
  for (const [key, operand] of Object.entries(test))
    if (!RESERVED.has(key)) return [key as Operator, operand];
  throw new TypeError("a test without an operator");
}
