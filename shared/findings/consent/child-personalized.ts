import { gatesBehind } from "../consented.ts";
import type { Evidence, FindingRule } from "../finding.ts";
import { CLEAN, foundOr, WITHOUT_FORWHOM } from "../outcome.ts";
import { said } from "../said.ts";
import { segmentNamed, variationsShown } from "../shown.ts";
import { IN_PREVIEW } from "../watching.ts";

/** Content by what is known of a visitor, shown to a child who is known to be one. */
export const childPersonalized: FindingRule = {
  id: "child-personalized",
  catalogue: ["C23"],
  severity: "critical",
  confidence: "observed",
  title: said("Personalised for a known child", "Für ein bekanntes Kind personalisiert"),
  explanation: said(
    "The consent signal for US states can say that this visitor is known to be a child for whom nobody has agreed.",
    "Das Einwilligungssignal für US-Bundesstaaten kann sagen, dass hier bekanntlich ein Kind ist, für das niemand zugestimmt hat.",
  ),
  likelyGap: said(
    "No suppression of the class “legal” keeps minors from personalised content, or another script filled this slot.",
    "Keine Sperre der Klasse „legal“ hält Minderjährige von personalisiertem Inhalt fern, oder ein anderes Skript hat diesen Platz gefüllt.",
  ),
  risk: said(
    "Data of a child is used without the consent that the law asks for.",
    "Daten eines Kindes werden ohne die Einwilligung genutzt, die das Gesetz verlangt.",
  ),
  fix: said(
    "Close every gate for known minors, and add a suppression of the class “legal” that shows them the page’s own content.",
    "Schließen Sie für bekannte Minderjährige jede Schranke, und ergänzen Sie eine Sperre der Klasse „legal“, die ihnen den eigenen Inhalt der Seite zeigt.",
  ),
  check: (evidence) => {
    if (evidence.preview) return IN_PREVIEW;
    if (!evidence.observation.claim) return WITHOUT_FORWHOM;
    if (!isKnownChild(evidence)) return CLEAN;
    return foundOr(
      variationsShown(evidence).flatMap(({ claim, observed, name, variation }) => {
        if (gatesBehind(variation.for, claim.manifest).length === 0) return [];
        const who = segmentNamed(claim, variation.for);
        return {
          slot: observed.slot,
          selector: observed.selector,
          evidence: [
            said(
              "The signal of IAB GPP says that this visitor is a known child without consent.",
              "Laut dem Signal von IAB GPP ist hier ein bekanntes Kind ohne Einwilligung.",
            ),
            said(`“${name}” shows the content for “${who}”.`, `„${name}“ zeigt den Inhalt für „${who}“.`),
          ],
        };
      }),
    );
  },
};

export const isKnownChild = ({ observation: { watched }, preview }: Evidence): boolean =>
  !preview && (watched.signals.gpp ?? []).some(({ isChild }) => isChild);
