import { faultsOfVariations, foundInVariations } from "../against/against.ts";
import { ruleWords } from "../against/words.ts";
import type { FindingRule } from "../finding.ts";
import { said } from "../said.ts";

/** Content that is for some countries is shown though nobody knows where this visitor is. */
export const regionUnknown: FindingRule = {
  id: "region-unknown",
  catalogue: ["E09"],
  severity: "serious",
  confidence: "proven",
  title: said("Limited to a region that nobody knows", "Auf eine Region begrenzt, die niemand kennt"),
  explanation: said(
    "Where a visitor is can decide whether content or an offer is allowed. As long as it is not known, such content is not shown.",
    "Wo jemand ist, kann entscheiden, ob ein Inhalt oder ein Angebot erlaubt ist. Solange das nicht bekannt ist, wird so etwas nicht gezeigt.",
  ),
  likelyGap: said(
    "The server does not say the country, and something other than Forwhom took a country for granted.",
    "Der Server nennt das Land nicht, und etwas anderes als Forwhom hat eines vorausgesetzt.",
  ),
  risk: said(
    "Somebody is offered what is not sold, or not allowed, where they are.",
    "Jemandem wird etwas angeboten, was es an diesem Ort nicht gibt oder was dort nicht erlaubt ist.",
  ),
  fix: said(
    "Let the server say the country with the page (data-country or Server-Timing), and let only Forwhom fill this slot.",
    "Lassen Sie den Server das Land mit der Seite nennen (data-country oder Server-Timing), und nur Forwhom diesen Platz füllen.",
  ),
  check: (evidence) =>
    foundInVariations(
      faultsOfVariations(evidence, (against, { claim }) => {
        if (against.by !== "rule" || against.why !== "region") return undefined;
        const rule = ruleWords(against, claim);
        return [
          said(
            `Whether that is right depends on where the visitor is (${rule.en}), and the page does not know it.`,
            `Ob das richtig ist, hängt davon ab, wo die Person ist (${rule.de}), und die Seite weiß es nicht.`,
          ),
        ];
      }),
      evidence,
    ),
};
