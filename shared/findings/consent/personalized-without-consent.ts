import type { Gate } from "../../consent/gates.ts";
import { ruleOf } from "../../consent/record.ts";
import { gatesMissing, gatesSeen } from "../consented.ts";
import type { Evidence, FindingRule } from "../finding.ts";
import { foundInSlots } from "../outcome.ts";
import { type Said, said } from "../said.ts";
import { segmentNamed, variationsShown } from "../shown.ts";
import { ALLOWS } from "./allowed.ts";
import { isKnownChild } from "./child-personalized.ts";
import { stillShownSince } from "./personalized-after-withdrawal.ts";

/** A personalised variation is shown while consent for its facts is refused or not given. */
export const personalizedWithoutConsent: FindingRule = {
  id: "personalized-without-consent",
  catalogue: ["C01"],
  severity: "critical",
  confidence: "observed",
  title: said("Personalised without consent", "Ohne Einwilligung personalisiert"),
  explanation: said(
    "Content that rests on what is known of a visitor needs their consent to that knowledge being used.",
    "Inhalt, der auf dem beruht, was über Besucher bekannt ist, braucht deren Einwilligung in diese Nutzung.",
  ),
  likelyGap: said(
    "The content was put in before the consent manager had answered, or by something that does not ask it.",
    "Der Inhalt kam, bevor der Consent-Manager geantwortet hatte, oder von etwas, das ihn nicht fragt.",
  ),
  risk: said(
    "Personal data is used without a legal basis. A visitor who said no is recognised anyway.",
    "Personenbezogene Daten werden ohne Rechtsgrundlage genutzt. Wer Nein gesagt hat, wird trotzdem erkannt.",
  ),
  fix: said(
    "Let Forwhom decide this slot, and check which consent category opens each gate in the library. Remove any script or template that puts this content in by itself.",
    "Lassen Sie Forwhom diesen Platz entscheiden, und prüfen Sie in der Bibliothek, welche Kategorie welche Schranke öffnet. Entfernen Sie Skripte und Vorlagen, die diesen Inhalt selbst einsetzen.",
  ),
  check: (evidence) =>
    foundInSlots(
      variationsShown(evidence).flatMap((shown) => {
        const missing = gatesMissing(shown, evidence);
        // Of a child, or of somebody who has just said no, other findings say more.
        if (missing.length === 0 || isKnownChild(evidence) || stillShownSince(shown, evidence)) return [];
        const { claim, observed, name, variation } = shown;
        const who = segmentNamed(claim, variation.for);
        return [
          {
            slot: observed.slot,
            selector: observed.selector,
            evidence: [
              said(`“${name}” shows the content for “${who}”.`, `„${name}“ zeigt den Inhalt für „${who}“.`),
              ...missing.map((gate) => consentSentence(gate, evidence)),
            ],
          },
        ];
      }),
      evidence,
    ),
};

function consentSentence(gate: Gate, evidence: Evidence): Said {
  const { en, de } = ALLOWS[gate];
  if (evidence.preview)
    return said(
      `The previewed visitor has not agreed that the site may ${en}.`,
      `Wer hier in der Vorschau ist, hat nicht zugestimmt, dass die Website ${de} darf.`,
    );
  const { claim, consent } = evidence.observation;
  const manager = claim ? ruleOf(gate, claim.manifest.consent).source : "?";
  const hasAnswered = consent.some(({ source, state }) => source === manager && state === "answered");
  const ours = hasAnswered
    ? said(
        `The consent manager (${manager}) does not allow to ${en}.`,
        `Laut dem Consent-Manager (${manager}) darf die Website nicht ${de}.`,
      )
    : said(
        `The consent manager (${manager}) has no answer yet whether the site may ${en}.`,
        `Der Consent-Manager (${manager}) hat noch keine Antwort, ob die Website ${de} darf.`,
      );
  const claimsOpen = claim?.consent.gates[gate] === "open" && gatesSeen(evidence)?.[gate] !== "open";
  return claimsOpen
    ? said(`${ours.en} The page claims that it does.`, `${ours.de} Die Seite behauptet, sie dürfe es.`)
    : ours;
}
