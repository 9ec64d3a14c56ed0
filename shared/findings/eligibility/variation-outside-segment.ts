import { evaluate } from "../../engine/evaluate.ts";
import { gatesMissing } from "../consented.ts";
import type { FindingRule } from "../finding.ts";
import { foundInSlots } from "../outcome.ts";
import { said } from "../said.ts";
import { type Shown, segmentNamed, variationsShown } from "../shown.ts";

/** An element shows the content for a segment that this visitor is not in. */
export const variationOutsideSegment: FindingRule = {
  id: "variation-outside-segment",
  catalogue: ["E01"],
  severity: "serious",
  confidence: "proven",
  title: said("Content for somebody else", "Inhalt für jemand anderen"),
  explanation: said(
    "A variation is made for one segment. Whoever is not in it should see the page’s own content, or their own.",
    "Eine Variante ist für ein Segment gemacht. Wer nicht darin ist, soll den eigenen Inhalt der Seite sehen oder den für sich.",
  ),
  likelyGap: said(
    "Another script or a template chose this content, or a copy of an old rule is still at work in the page.",
    "Ein anderes Skript oder eine Vorlage hat diesen Inhalt gewählt, oder eine alte Regel wirkt noch in der Seite.",
  ),
  risk: said(
    "The visitor reads a message that was made for somebody else, and results for this audience cannot be trusted.",
    "Wer hier ist, liest eine Botschaft für andere, und den Ergebnissen für diese Zielgruppe ist nicht zu trauen.",
  ),
  fix: said(
    "Let only Forwhom fill this slot. If the content is right for this visitor, widen the segment’s criteria and add a test for such a visitor.",
    "Lassen Sie nur Forwhom diesen Platz füllen. Ist der Inhalt hier richtig, erweitern Sie die Kriterien des Segments und ergänzen Sie einen Test dafür.",
  ),
  check: (evidence) =>
    foundInSlots(
      variationsShown(evidence).flatMap((shown) => {
        const { claim, observed, name, variation } = shown;
        const { is } = evaluate({ segment: variation.for }, claim.facts, claim.manifest);
        // Not in the segment because consent is missing: that is another finding, and the graver one.
        if (is === "yes" || wasRightWhenDecided(shown) || gatesMissing(shown, evidence).length > 0) return [];
        const who = segmentNamed(claim, variation.for);
        return [
          {
            slot: observed.slot,
            selector: observed.selector,
            evidence: [
              said(`“${name}” shows the content for “${who}”.`, `„${name}“ zeigt den Inhalt für „${who}“.`),
              is === "no"
                ? said(
                    `By all that the page knows, this visitor is not in “${who}”.`,
                    `Nach allem, was die Seite weiß, gehört diese Person nicht zu „${who}“.`,
                  )
                : said(
                    `The page does not know enough to say that this visitor is in “${who}”.`,
                    `Die Seite weiß nicht genug, um zu sagen, dass diese Person zu „${who}“ gehört.`,
                  ),
            ],
          },
        ];
      }),
      evidence,
    ),
};

/**
 * A slot in view keeps what it shows though the visitor has moved on to another segment since: nothing
 * swaps before somebody's eyes. Then the page's own decision still names this variation.
 */
const wasRightWhenDecided = ({ claim, observed, variation }: Shown): boolean =>
  claim.decisions.some(
    ({ slot, shown }) =>
      slot === observed.slot && shown?.variation === variation?.id && shown?.targeting?.is === "yes",
  );
