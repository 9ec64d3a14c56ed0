import { defaultGoal, messageIn } from "../../engine/decide.ts";
import { entry } from "../../engine/facts.ts";
import { suppressionOf } from "../../engine/suppress.ts";
import { doubts } from "../../sentences/doubts.ts";
import { type Against, faultsOfVariations } from "../against/against.ts";
import { ruleWords } from "../against/words.ts";
import type { Fault, FindingRule } from "../finding.ts";
import { foundInSlots } from "../outcome.ts";
import { said } from "../said.ts";
import { type Shown, slotsShown } from "../shown.ts";

/** Nobody could say yes or no, and what stands on the page took one of them for granted. */
export const unknownMembership: FindingRule = {
  id: "unknown-membership",
  catalogue: ["E12"],
  severity: "serious",
  confidence: "proven",
  title: said("Unknown was taken for an answer", "„Unbekannt“ galt als Antwort"),
  explanation: said(
    "While the CRM has not answered, or may not be asked, it is not known who this is. Then no variation is shown, and the page’s own content stays.",
    "Solange das CRM nicht geantwortet hat oder nicht gefragt werden darf, ist nicht bekannt, wer das ist. Dann wird keine Variante gezeigt, und der eigene Inhalt der Seite bleibt.",
  ),
  likelyGap: said(
    "A script treats a failed or missing answer as “yes” or as “no”.",
    "Ein Skript behandelt eine fehlgeschlagene oder ausgebliebene Antwort wie „Ja“ oder wie „Nein“.",
  ),
  risk: said(
    "While the endpoint is down everybody is treated as one and the same: customers are prospected, or strangers are greeted as customers.",
    "Fällt der Endpunkt aus, werden alle gleich behandelt: Kunden werden neu geworben, oder Fremde werden als Kunden begrüßt.",
  ),
  fix: said(
    "Let only Forwhom fill this slot, and look why the endpoint did not answer.",
    "Lassen Sie nur Forwhom diesen Platz füllen, und sehen Sie nach, warum der Endpunkt nicht geantwortet hat.",
  ),
  check: (evidence) =>
    foundInSlots(
      [
        ...faultsOfVariations(evidence, (against, { claim }) => {
          if (against.by !== "rule" || !isUnknown(against)) return undefined;
          const rule = ruleWords(against, claim);
          const [en, de] = (["en", "de"] as const).map((language) =>
            doubts(against.stop.evaluation, { ...claim.manifest, memberships: undefined }, language),
          );
          return [
            said(
              `There is no answer to ${rule.en} (${en ?? ""}).`,
              `Unbeantwortet ist ${rule.de} (${de ?? ""}).`,
            ),
          ];
        }),
        ...slotsShown(evidence).flatMap(neutralInDoubt),
      ],
      evidence,
    ),
};

/** A suppression in doubt of any kind counts; a segment in doubt for other reasons is content for somebody else. */
const isUnknown = ({ why, stop }: Against & { readonly by: "rule" }): boolean =>
  why === "unanswered" || (why === "unsure" && stop.by === "suppression");

/** The page's own content gives way to a known yes only. DESIGN §2. */
function neutralInDoubt({ claim, observed, slot, name }: Shown): readonly Fault[] {
  const { manifest, facts } = claim;
  if (observed.outcome !== "neutral" || wasKnown(claim, observed.slot)) return [];
  const own = messageIn(observed.slot, slot, manifest, defaultGoal(slot, manifest), slot.default.offer);
  if (suppressionOf(own, manifest, facts, true)) return [];
  const stop = suppressionOf(own, manifest, facts, false);
  if (stop?.by !== "suppression") return [];
  const rule = entry(manifest.suppressions, stop.suppression)?.name ?? stop.suppression;
  return [
    {
      slot: observed.slot,
      selector: observed.selector,
      evidence: [
        said(
          `“${name}” shows its neutral content in place of the page’s own.`,
          `„${name}“ zeigt den neutralen Inhalt statt des eigenen der Seite.`,
        ),
        said(
          `There is no answer to the suppression “${rule}”, which alone could ask for that.`,
          `Unbeantwortet ist die Sperre „${rule}“, die das allein verlangen könnte.`,
        ),
      ],
    },
  ];
}

/** It stays hidden in view, once it was. */
const wasKnown = ({ decisions }: Shown["claim"], id: string): boolean =>
  decisions.some(
    ({ slot, defaultStoppedBy }) =>
      slot === id && defaultStoppedBy?.by === "suppression" && defaultStoppedBy.evaluation.is === "yes",
  );
