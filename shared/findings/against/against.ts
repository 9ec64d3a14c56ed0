import { decide } from "../../engine/decide.ts";
import { type Evaluation, evaluate } from "../../engine/evaluate.ts";
import { ABSENT, entry, type Facts, mapped } from "../../engine/facts.ts";
import type { Stop } from "../../engine/trace.ts";
import type { Manifest } from "../../manifest/shape.ts";
import { settling } from "../../sentences/settling.ts";
import { gatesMissing } from "../consented.ts";
import type { Evidence, Fault, Outcome } from "../finding.ts";
import { doesNotApply, foundInSlots } from "../outcome.ts";
import { type Said, said } from "../said.ts";
import { segmentNamed, variationsShown } from "../shown.ts";
import { aged } from "./aged.ts";

type ShownVariation = ReturnType<typeof variationsShown>[number];
type Ruled = Extract<Stop, { readonly by: "suppression" | "eligibility" | "targeting" }>;

/**
 * What speaks against a shown variation: a known answer, or a doubt. The region is not known; what the CRM
 * said is too old; it did not say; or a property is missing and was counted as an answer.
 */
export type Why = "known" | "region" | "stale" | "unanswered" | "missing" | "unsure";

export type Against =
  | { readonly by: "objection" }
  | { readonly by: "rule"; readonly stop: Ruled; readonly why: Why };

/** The faults of shown variations, as far as `words` has something to say about what speaks against one. */
export const faultsOfVariations = (
  evidence: Evidence,
  words: (against: Against, shown: ShownVariation) => readonly Said[] | undefined,
): readonly Fault[] =>
  variationsShown(evidence).flatMap((shown) => {
    const against = againstShowing(shown, evidence);
    const sentences = against && words(against, shown);
    if (!sentences) return [];
    const { observed } = shown;
    return [
      { slot: observed.slot, selector: observed.selector, evidence: [showsWords(shown), ...sentences] },
    ];
  });

/** For checks of shown variations: where none is shown there is nothing to check. */
export function foundInVariations(faults: readonly Fault[], evidence: Evidence): Outcome {
  const outcome = foundInSlots(faults, evidence);
  return outcome.is === "clean" && variationsShown(evidence).length === 0 ? NO_VARIATION : outcome;
}

export const NO_VARIATION = doesNotApply(
  said("No variation is shown on this page.", "Auf dieser Seite wird keine Variante gezeigt."),
);

/** Caps, rests and rivals count what was shown, this very time too; dates are a check of their own. */
const ALWAYS = ({ goal, eligible, tags }: Manifest["offers"][string]) => ({ goal, eligible, tags });

function againstShowing(shown: ShownVariation, evidence: Evidence): Against | undefined {
  // Shown without consent: that is another finding, and the graver one.
  if (gatesMissing(shown, evidence).length > 0) return undefined;
  const told = againstBy(shown.claim.facts, shown);
  if (told) return isExcused(told, shown) ? undefined : told;
  return evidence.preview ? undefined : againstBy(aged(shown.claim), shown);
}

function againstBy(facts: Facts, shown: ShownVariation): Against | undefined {
  const { observed, slot, variation, claim } = shown;
  const rules = {
    ...claim.manifest,
    stop: false,
    offers: mapped(claim.manifest.offers, ALWAYS),
    slots: { [observed.slot]: { ...slot, paused: false, variations: [variation] } },
    measurement: {},
  };
  const { candidates } = decide(rules, observed.slot, { ...facts, stopped: false });
  const stop = candidates[0]?.stoppedBy;
  if (stop?.by === "objection") return { by: "objection" };
  if (stop?.by !== "suppression" && stop?.by !== "eligibility" && stop?.by !== "targeting") return undefined;
  const why = whyOf(stop, facts, claim.manifest);
  return why && { by: "rule", stop, why };
}

/** Undefined: the rule names something that there is not, which is a fault of the rules. */
function whyOf({ by, evaluation }: Ruled, facts: Facts, manifest: Manifest): Why | undefined {
  const leaves = settling(evaluation);
  if (leaves.some((leaf) => isNowhere(leaf, manifest))) return undefined;
  if (evaluation.is !== "unknown") return "known";
  if (leaves.some(({ because }) => because === "stale")) return "stale";
  if (leaves.some((leaf) => isOfRegion(leaf, manifest))) return "region";
  if (leaves.some((leaf) => isUnanswered(leaf, manifest))) return "unanswered";
  const counted = evaluate(evaluation.condition, withoutMissing(facts, leaves), manifest).is;
  return counted === (by === "suppression" ? "no" : "yes") ? "missing" : "unsure";
}

const isNowhere = ({ condition, parts }: Evaluation, { properties, memberships }: Manifest): boolean =>
  "segment" in condition || "any" in condition
    ? parts === undefined
    : "membership" in condition
      ? !Object.hasOwn(memberships, condition.membership)
      : "property" in condition && !Object.hasOwn(properties, condition.property);

function isOfRegion({ condition }: Evaluation, { properties }: Manifest): boolean {
  const property = "property" in condition ? entry(properties, condition.property) : undefined;
  return property?.input === "region" || property?.of === "country";
}

/** The endpoint was to say it, and did not, or was not allowed to be asked. */
function isUnanswered({ condition, because }: Evaluation, { properties }: Manifest): boolean {
  if ("membership" in condition) return true;
  const isCrm = "property" in condition && entry(properties, condition.property)?.from === "crm";
  return isCrm && because !== "missing";
}

/** What a rule makes of it that takes "missing" for "is not that". */
const withoutMissing = (facts: Facts, leaves: readonly Evaluation[]): Facts => ({
  ...facts,
  properties: {
    ...facts.properties,
    ...Object.fromEntries(
      leaves.flatMap(({ condition }) => ("property" in condition ? [[condition.property, ABSENT]] : [])),
    ),
  },
});

/**
 * A slot in view keeps what it shows though the visitor has moved on to another segment since: nothing
 * swaps before somebody's eyes. Then the page's own decision still names this variation. Objections and
 * suppressions that become known act at once, but for fatigue, of which the showing itself is a part.
 */
const isExcused = (against: Against, { claim, observed, variation }: ShownVariation): boolean =>
  !actsAtOnce(against, claim.manifest) &&
  claim.decisions.some(
    ({ slot, shown }) =>
      slot === observed.slot && shown?.variation === variation.id && shown?.targeting?.is === "yes",
  );

const actsAtOnce = (against: Against, { suppressions }: Manifest): boolean =>
  against.by === "objection" ||
  (against.stop.by === "suppression" &&
    against.why === "known" &&
    entry(suppressions, against.stop.suppression)?.class !== "fatigue");

const showsWords = ({ claim, name, variation }: ShownVariation): Said => {
  const who = segmentNamed(claim, variation.for);
  return said(`“${name}” shows the content for “${who}”.`, `„${name}“ zeigt den Inhalt für „${who}“.`);
};
