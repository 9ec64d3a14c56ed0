import {
  type Condition,
  type EventLeaf,
  leavesOf,
  operatorOf,
  type Scalar,
  type Test,
  type Value,
} from "./condition.ts";
import { durationMs } from "./duration.ts";
import { evaluate, type Segments } from "./evaluate.ts";
import { ABSENT, entry, type Fact, type Facts, known, type Membership, type VisitorEvent } from "./facts.ts";
import { testFact } from "./operators.ts";

type Known = Readonly<
  Record<string, { readonly from?: string | undefined; readonly values?: readonly string[] | undefined }>
>;
export type WitnessRules = { readonly segments: Segments; readonly properties: Known };

/** A visitor under construction: what has been settled so far. */
type Draft = {
  readonly properties: Readonly<Record<string, Fact>>;
  readonly memberships: Readonly<Record<string, Membership>>;
  readonly events: readonly VisitorEvent[];
};

/** How many drafts are looked at before it is said that nobody was found. */
const PATIENCE = 20_000;

/**
 * Finds a visitor for whom a condition answers yes (or no), if possible one for whom every
 * condition in `avoid` answers no: somebody ordinary, not somebody who happens to be suppressed.
 * What the condition does not speak of stays unknown, unless avoiding needs it.
 * Every witness has been confirmed by the engine itself; undefined: nobody was found.
 */
export function witness(
  condition: Condition,
  want: "yes" | "no",
  rules: WitnessRules,
  { now, avoid = [] }: { readonly now: number; readonly avoid?: readonly Condition[] },
): Facts | undefined {
  const wanted: Condition = want === "yes" ? condition : { not: condition };
  const ordinary: Condition = { all: [wanted, ...avoid.map((one): Condition => ({ not: one }))] };
  return search(ordinary, rules, now) ?? (avoid.length > 0 ? search(wanted, rules, now) : undefined);
}

function search(condition: Condition, rules: WitnessRules, now: number): Facts | undefined {
  const nobody: Draft = { properties: {}, memberships: {}, events: [] };
  let patience = PATIENCE;
  for (const draft of drafts(condition, true, nobody, {
    rules,
    now,
    candidates: candidatesIn(condition, rules),
  })) {
    const facts: Facts = { ...draft, now };
    if (evaluate(condition, facts, rules.segments).is === "yes") return facts;
    if (--patience === 0) return undefined;
  }
  return undefined;
}

type Search = {
  readonly rules: WitnessRules;
  readonly now: number;
  readonly candidates: ReadonlyMap<string, readonly Fact[]>;
};

/** Every way, in turn, to extend a draft so that a condition may answer yes (or no). */
function* drafts(condition: Condition, want: boolean, draft: Draft, search: Search): Generator<Draft> {
  if ("not" in condition) yield* drafts(condition.not, !want, draft, search);
  else if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    if ("all" in condition === want) yield* every(parts, want, draft, search);
    else for (const part of parts) yield* drafts(part, want, draft, search);
  } else if ("segment" in condition) {
    const segment = entry(search.rules.segments, condition.segment);
    if (segment) yield* drafts(segment.when, want, draft, search);
  } else if ("membership" in condition) {
    const settled = entry(draft.memberships, condition.membership);
    const is = want ? "yes" : "no";
    if (settled?.is === is) yield draft;
    else if (!settled)
      yield { ...draft, memberships: { ...draft.memberships, [condition.membership]: { is } } };
  } else if ("property" in condition) {
    const settled = entry(draft.properties, condition.property);
    const choices = settled ? [settled] : (search.candidates.get(condition.property) ?? []);
    for (const fact of choices)
      if (testFact(condition, fact) === (want ? "yes" : "no"))
        yield { ...draft, properties: { ...draft.properties, [condition.property]: fact } };
  } else yield* withEvents(condition, want, draft, search.now);
}

function* every(parts: readonly Condition[], want: boolean, draft: Draft, search: Search): Generator<Draft> {
  const [first, ...rest] = parts;
  if (!first) yield draft;
  else for (const next of drafts(first, want, draft, search)) yield* every(rest, want, next, search);
}

function* withEvents(leaf: EventLeaf, want: boolean, draft: Draft, now: number): Generator<Draft> {
  const atLeast = leaf.atLeast ?? (leaf.atMost === undefined ? 1 : 0);
  const tooMany = leaf.atMost === undefined ? undefined : leaf.atMost + 1;
  const counts = want
    ? [0, atLeast]
    : [0, ...(atLeast > 1 ? [atLeast - 1] : []), ...(tooMany ? [tooMany] : [])];
  const fields = fieldsFor(leaf);
  if (!fields) return;
  const window = durationMs(leaf.within ?? "1d") ?? 0;
  for (const count of new Set(counts)) {
    const step = window / (count + 1);
    const events = Array.from({ length: count }, (_, index) => ({
      event: leaf.event,
      at: Math.round(now - step * (count - index)),
      fields,
    }));
    yield { ...draft, events: [...draft.events, ...events] };
  }
}

function fieldsFor({ where = {} }: EventLeaf): Readonly<Record<string, Scalar>> | undefined {
  const fields: Record<string, Scalar> = {};
  for (const [field, test] of Object.entries(where)) {
    const value = valuesNear(test).find(
      (one): one is Scalar => typeof one !== "object" && testFact(test, known(one)) === "yes",
    );
    if (value !== undefined) fields[field] = value;
    else if (testFact(test, ABSENT) !== "yes") return undefined;
  }
  return fields;
}

/** The values worth trying for each property: those its leaves speak of, its own values, none at all. */
function candidatesIn(condition: Condition, rules: WitnessRules): ReadonlyMap<string, readonly Fact[]> {
  const found = new Map<string, Set<Value>>();
  const visited = new Set<string>();
  const visit = (part: Condition): void => {
    for (const leaf of leavesOf(part)) {
      if ("segment" in leaf) {
        const segment = entry(rules.segments, leaf.segment);
        if (segment && !visited.has(leaf.segment)) {
          visited.add(leaf.segment);
          visit(segment.when);
        }
      } else if ("property" in leaf) {
        const values = found.get(leaf.property) ?? new Set();
        for (const value of valuesNear(leaf)) values.add(value);
        found.set(leaf.property, values);
      }
    }
  };
  visit(condition);
  return new Map(
    [...found].map(([id, values]) => [id, choices([...values], entry(rules.properties, id)?.values)]),
  );
}

/** A property with values of its own is given one of those; an invented one only where it has none. */
function choices(near: readonly Value[], own: readonly string[] = []): readonly Fact[] {
  const isOwn = (value: Value) => own.length === 0 || typeof value !== "string" || own.includes(value);
  const values = new Set<Value>([...near.filter(isOwn), ...own, ...(own.length === 0 ? [INVENTED] : [])]);
  return [...[...values].map(known), ABSENT];
}

const INVENTED = "something else";
const DAY = 86_400_000;

/** Values on both sides of what a test compares to. */
function valuesNear(test: Test): readonly Value[] {
  const [operator, operand] = operatorOf(test);
  if (operator === "known") return [INVENTED, 1, true];
  if (operator === "between") return (operand as readonly number[]).flatMap(around);
  if (operator === "before" || operator === "after") {
    const at = Date.parse(operand as string);
    return [at - DAY, at + DAY].map((ms) => new Date(ms).toISOString());
  }
  if (operator === "contains") return [operand as string, [operand as string]];
  if (operator === "matches") return [...exampleOf(operand as string)];
  if (Array.isArray(operand)) return [...(operand as Scalar[])];
  if (typeof operand === "number") return around(operand);
  if (typeof operand === "boolean") return [operand, !operand];
  return [operand as string];
}

const around = (value: number): readonly number[] => [value, value + 1, value - 1];

/** A guess for plain expressions such as `^/pricing` or `finance|accounting`; the engine has the last word. */
const exampleOf = (expression: string): readonly string[] =>
  expression.split("|").map((one) => one.replace(/^\^|\$$/g, "").replace(/\\(.)/g, "$1"));
