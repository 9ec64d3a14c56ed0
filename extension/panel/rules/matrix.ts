import type { Gates } from "../../../shared/consent/gates.ts";
import { withhold } from "../../../shared/consent/withhold.ts";
import { decide } from "../../../shared/engine/decide.ts";
import type { Fact, Facts } from "../../../shared/engine/facts.ts";
import type { Decision } from "../../../shared/engine/trace.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import type { Choice } from "../person/choice.ts";
import { personFor } from "../person/person.ts";
import type { KnownRules } from "./rules.ts";

/** What each slot of a page would show one audience; without decisions nobody of that audience was found. */
export type MatrixRow = {
  readonly choice: Choice;
  readonly decisions?: readonly Decision[];
};

export type MatrixPage = {
  /** The page's slots, in reading order. */
  readonly slots: readonly string[];
  /** What the page shows by itself, such as its path, to whomever. */
  readonly facts: Readonly<Record<string, Fact>>;
};

/** One row for each audience, one after the other: making somebody up takes time, and may be cancelled. */
export function* matrixOf(
  choices: readonly Choice[],
  page: MatrixPage,
  rules: KnownRules,
  now: number,
): Generator<MatrixRow> {
  for (const choice of choices) {
    const person = personFor(choice, rules, now);
    yield person
      ? { choice, decisions: decideAll(page, person.facts, person.gates, rules.manifest) }
      : { choice };
  }
}

/** As the page script decides a page: withheld is what consent does not cover, and a slot stands beside the offers before it. */
function decideAll(
  { slots, facts: own }: MatrixPage,
  person: Facts,
  gates: Gates,
  manifest: Manifest,
): readonly Decision[] {
  const facts = withhold(
    { ...person, properties: { ...own, ...person.properties } },
    manifest.properties,
    gates,
  );
  const offersHere: string[] = [];
  return slots.map((slot) => {
    const decision = decide(manifest, slot, { ...facts, offersHere });
    if (decision.shown?.offer !== undefined) offersHere.push(decision.shown.offer);
    return decision;
  });
}

/** What a page shows by itself, out of all that its script knows. */
export const ownFacts = (facts: Facts, { properties }: Manifest): MatrixPage["facts"] =>
  Object.fromEntries(Object.entries(facts.properties).filter(([id]) => properties[id]?.from === "page"));
