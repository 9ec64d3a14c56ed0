import type { FindingRule } from "../finding.ts";
import { shutAround } from "../moments.ts";
import { WITHOUT_FORWHOM } from "../outcome.ts";
import { said } from "../said.ts";
import { foundWhereSure, IN_PREVIEW, requestsFor } from "../watching.ts";
import { shutSentence } from "./allowed.ts";

/** What was shown or done was sent to our endpoint, though measuring was not consented to. */
export const measuredWithoutConsent: FindingRule = {
  id: "measured-without-consent",
  catalogue: ["C06"],
  severity: "serious",
  confidence: "observed",
  title: said("Measured without consent", "Ohne Einwilligung gemessen"),
  explanation: said(
    "Showing content and measuring it are two questions. Somebody may agree to the one and not to the other.",
    "Inhalt zu zeigen und ihn zu messen sind zwei Fragen. Man kann der einen zustimmen und der anderen nicht.",
  ),
  likelyGap: said(
    "Another script sends events to the endpoint by itself, or an old page script is still delivered.",
    "Ein anderes Skript sendet selbst Ereignisse an den Endpunkt, oder ein altes Seitenskript wird noch ausgeliefert.",
  ),
  risk: said(
    "Visitors are counted who did not agree to it, and the figures cannot be used.",
    "Es werden Besuche gezählt, die dem nicht zugestimmt haben, und die Zahlen sind nicht verwendbar.",
  ),
  fix: said(
    "Let only Forwhom send to this address. Check which consent category opens the measurement gate.",
    "Lassen Sie nur Forwhom an diese Adresse senden. Prüfen Sie, welche Kategorie die Schranke „measurement“ öffnet.",
  ),
  check: (evidence) => {
    if (evidence.preview) return IN_PREVIEW;
    if (!evidence.observation.claim) return WITHOUT_FORWHOM;
    return foundWhereSure(
      requestsFor(evidence, "/events").map(({ url, at }) => ({
        sure: shutAround("measurement", at, evidence),
        fault: {
          evidence: [
            said(`The page sent events to ${url}.`, `Die Seite hat Ereignisse an ${url} gesendet.`),
            shutSentence("measurement", evidence),
          ],
        },
      })),
    );
  },
};
