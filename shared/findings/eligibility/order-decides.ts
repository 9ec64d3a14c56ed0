import { decide } from "../../engine/decide.ts";
import type { FindingRule } from "../finding.ts";
import { doesNotApply, foundInSlots } from "../outcome.ts";
import { said } from "../said.ts";
import { type Shown, segmentNamed, slotsShown } from "../shown.ts";

/** Two variations of the same priority are both right, and only the order in which they stand chose one. */
export const orderDecides: FindingRule = {
  id: "order-decides",
  catalogue: ["E14"],
  severity: "moderate",
  confidence: "proven",
  title: said("Two variations are equally right", "Zwei Varianten sind gleich richtig"),
  explanation: said(
    "Where a slot has priorities, they say which variation goes first. Two with the same one are chosen by chance of how the library is written.",
    "Hat ein Platz Prioritäten, so sagen sie, welche Variante vorgeht. Zwischen zweien mit derselben entscheidet der Zufall, wie die Bibliothek geschrieben ist.",
  ),
  likelyGap: said(
    "A variation was added, and nobody said how it stands to the others.",
    "Eine Variante kam dazu, und niemand hat gesagt, wie sie zu den anderen steht.",
  ),
  risk: said(
    "Sorting or merging the library changes what visitors see, and nobody notices.",
    "Wird die Bibliothek sortiert oder zusammengeführt, sehen Besucher anderes, und niemand merkt es.",
  ),
  fix: said(
    "Give each variation of this slot a priority of its own.",
    "Geben Sie jeder Variante dieses Platzes eine eigene Priorität.",
  ),
  check: (evidence) => {
    const shown = slotsShown(evidence);
    if (evidence.observation.claim && !shown.some(hasPriorities)) return NO_PRIORITIES;
    return foundInSlots(
      shown.filter(hasPriorities).flatMap((place) => {
        const rival = rivalOf(place);
        const { observed, name, claim, variation } = place;
        if (!rival || !variation) return [];
        const [mine, other] = [segmentNamed(claim, variation.for), segmentNamed(claim, rival.segment)];
        return [
          {
            slot: observed.slot,
            selector: observed.selector,
            evidence: [
              said(
                `“${name}” shows the content for “${mine}”. The content for “${other}” is as right for this visitor, and has the same priority.`,
                `„${name}“ zeigt den Inhalt für „${mine}“. Der Inhalt für „${other}“ ist hier ebenso richtig und hat dieselbe Priorität.`,
              ),
              said(
                "With the two the other way round in the library, the other one would be shown.",
                "Stünden die beiden in der Bibliothek umgekehrt, wäre die andere zu sehen.",
              ),
            ],
          },
        ];
      }),
      evidence,
    );
  },
};

const NO_PRIORITIES = doesNotApply(
  said(
    "No slot of this page has priorities: there the order in which variations stand is what is meant.",
    "Kein Platz dieser Seite hat Prioritäten: Dort gilt die Reihenfolge, in der die Varianten stehen.",
  ),
);

const hasPriorities = ({ slot }: Shown): boolean =>
  slot.variations.some(({ priority }) => priority !== undefined);

/** What would be shown were the variations written the other way round, if that is something else. */
function rivalOf({ claim: { manifest, facts }, observed, slot, variation }: Shown) {
  const turned = { ...slot, variations: slot.variations.toReversed() };
  const { shown } = decide({ ...manifest, slots: { [observed.slot]: turned } }, observed.slot, facts);
  const asItIs = decide(manifest, observed.slot, facts).shown;
  return asItIs?.variation === variation?.id && shown && shown.variation !== variation?.id
    ? shown
    : undefined;
}
