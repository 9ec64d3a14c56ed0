import { entry } from "../../engine/facts.ts";
import type { Inspection } from "../../protocol/inspection.ts";
import { type Against, faultsOfVariations, foundInVariations } from "../against/against.ts";
import type { FindingRule } from "../finding.ts";
import { type Said, said } from "../said.ts";
import { segmentNamed } from "../shown.ts";

/** An element shows the content for a segment that this visitor is not in, or that is kept from them. */
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
    foundInVariations(
      faultsOfVariations(evidence, (against, { claim }) => words(against, claim)),
      evidence,
    ),
};

function words(against: Against, claim: Inspection): readonly Said[] | undefined {
  if (against.by === "objection")
    return [
      said(
        "This visitor objected to personalisation, and is to see the page’s own content.",
        "Diese Person hat der Personalisierung widersprochen und soll den eigenen Inhalt der Seite sehen.",
      ),
    ];
  const { stop, why } = against;
  if (stop.by === "suppression") {
    const rule = entry(claim.manifest.suppressions, stop.suppression);
    // Customers who are prospected, and deals that are disturbed, are a finding of their own.
    return why === "known" && rule && rule.class !== "relationship"
      ? [
          said(
            `This visitor is known: “${rule.name}”. ${rule.reason}.`,
            `Über diese Person ist bekannt: „${rule.name}“. ${rule.reason}.`,
          ),
        ]
      : undefined;
  }
  if (stop.by !== "targeting" || (why !== "known" && why !== "unsure")) return undefined;
  const who = "segment" in stop.evaluation.condition ? stop.evaluation.condition.segment : "";
  const name = segmentNamed(claim, who);
  return [
    why === "known"
      ? said(
          `By all that the page knows, this visitor is not in “${name}”.`,
          `Nach allem, was die Seite weiß, gehört diese Person nicht zu „${name}“.`,
        )
      : said(
          `The page does not know enough to say that this visitor is in “${name}”.`,
          `Die Seite weiß nicht genug, um zu sagen, dass diese Person zu „${name}“ gehört.`,
        ),
  ];
}
