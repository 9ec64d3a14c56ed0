import { type Condition, leavesOf } from "../../engine/condition.ts";
import { entry } from "../../engine/facts.ts";
import { any, type Truth, truthOf } from "../../engine/truth.ts";
import type { Library } from "../../library/library.ts";
import type { Input } from "../../library/words.ts";
import type { Manifest } from "../../manifest/shape.ts";
import type { ObservedSlot } from "../../protocol/observation.ts";
import type { Evidence } from "../finding.ts";
import { cannotTell } from "../outcome.ts";
import { said } from "../said.ts";

/** What rules say: all of it in a library, the public part in a manifest. */
export type Governed = Pick<
  Manifest,
  "endpoint" | "consent" | "properties" | "suppressions" | "offers" | "slots" | "measurement"
> & { readonly segments: Readonly<Record<string, Omit<Manifest["segments"][string], "private">>> };

/** A slot of the page at hand, with its rules. */
export type Place = {
  readonly observed: ObservedSlot;
  readonly slot: Manifest["slots"][string];
};

/** The full library, where the one that was loaded is this page's. */
export function libraryOf({ library, observation: { claim } }: Evidence): Library | undefined {
  return library && library.name === claim?.manifest.name ? library : undefined;
}

/** By the full library where it is there: in a manifest private criteria cannot be read. */
export const rulesOf = (evidence: Evidence): Governed | undefined =>
  libraryOf(evidence) ?? evidence.observation.claim?.manifest;

/** Each slot of the page once, whatever became of it: rules can be looked at before anything is decided. */
export function placesIn({ observation: { slots } }: Evidence, rules: Governed): readonly Place[] {
  const seen = new Set<string>();
  return slots.flatMap((observed) => {
    const slot = entry(rules.slots, observed.slot);
    if (!slot || seen.has(observed.slot)) return [];
    seen.add(observed.slot);
    return [{ observed, slot }];
  });
}

/** The segments for which the page at hand has variations. */
export const segmentsIn = (places: readonly Place[]): readonly string[] => [
  ...new Set(places.flatMap(({ slot }) => slot.variations.map((variation) => variation.for))),
];

/** Whether a condition asks for anything of these kinds. Unknown: what it asks for is not on the page. */
export function asksFor(condition: Condition, inputs: readonly Input[], rules: Governed): Truth {
  const opened = new Set<string>();
  const inCondition = (one: Condition): Truth =>
    any(
      leavesOf(one).map((leaf): Truth => {
        if ("segment" in leaf) return inSegment(leaf.segment);
        if ("membership" in leaf) return "unknown";
        const input = "property" in leaf ? entry(rules.properties, leaf.property)?.input : "behavior";
        return truthOf(input !== undefined && inputs.includes(input));
      }),
    );
  const inSegment = (id: string): Truth => {
    const segment = opened.has(id) ? undefined : entry(rules.segments, id);
    opened.add(id);
    if (!segment) return "no";
    return inputs.includes(segment.input) ? "yes" : inCondition(segment.when);
  };
  return inCondition(condition);
}

export const NOT_ON_THIS_PAGE = cannotTell(
  said(
    "What these rules ask for is not on this page. Load the library to check it.",
    "Wonach diese Regeln fragen, steht nicht auf dieser Seite. Laden Sie die Bibliothek, um es zu prüfen.",
  ),
);
