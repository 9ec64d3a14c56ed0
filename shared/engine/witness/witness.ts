import type { Condition } from "../condition.ts";
import { evaluate, type Segments } from "../evaluate.ts";
import { entry, type Fact, type Facts, type Membership, type VisitorEvent } from "../facts.ts";
import { answerProperty } from "../leaf/answer.ts";
import type { Traits } from "../leaf/traits.ts";
import { logsFor } from "./happenings.ts";
import { candidatesIn } from "./values.ts";

type Known = Readonly<
  Record<
    string,
    Traits & { readonly from?: string | undefined; readonly values?: readonly string[] | undefined }
  >
>;
export type WitnessRules = { readonly segments: Segments; readonly properties: Known };

/** A visitor under construction: what has been settled so far. */
type Draft = {
  readonly properties: Readonly<Record<string, Fact>>;
  readonly memberships: Readonly<Record<string, Membership>>;
  readonly events: readonly VisitorEvent[];
};

/** How many steps are taken, and drafts looked at, before it is said that nobody was found. */
const PATIENCE = { steps: 200_000, drafts: 5_000 };

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
  const candidates = candidatesIn(condition, rules.segments, rules.properties, now);
  const patience = { ...PATIENCE };
  for (const draft of drafts(condition, true, nobody, { rules, now, candidates, patience })) {
    const facts: Facts = { ...draft, now };
    if (evaluate(condition, facts, rules).is === "yes") return facts;
    if (--patience.drafts === 0) return undefined;
  }
  return undefined;
}

type Search = {
  readonly rules: WitnessRules;
  readonly now: number;
  readonly candidates: ReadonlyMap<string, readonly Fact[]>;
  readonly patience: { steps: number };
};

/** Every way, in turn, to extend a draft so that a condition may answer yes (or no). */
function* drafts(condition: Condition, want: boolean, draft: Draft, search: Search): Generator<Draft> {
  if (search.patience.steps-- <= 0) return;
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
    const { property } = condition;
    const settled = entry(draft.properties, property);
    const choices = settled ? [settled] : (search.candidates.get(property) ?? []);
    for (const fact of choices)
      if (answerProperty(condition, fact, search.now, search.rules.properties).is === (want ? "yes" : "no"))
        yield { ...draft, properties: { ...draft.properties, [property]: fact } };
  } else
    for (const log of logsFor(condition, search.now)) yield { ...draft, events: [...draft.events, ...log] };
}

function* every(parts: readonly Condition[], want: boolean, draft: Draft, search: Search): Generator<Draft> {
  const [first, ...rest] = parts;
  if (!first) yield draft;
  else for (const next of drafts(first, want, draft, search)) yield* every(rest, want, next, search);
}
