import { gatesBy, gatesMissing } from "../consented.ts";
import type { Evidence, FindingRule } from "../finding.ts";
import { isShut, momentsIn } from "../moments.ts";
import { foundInSlots } from "../outcome.ts";
import { said } from "../said.ts";
import { type Shown, segmentNamed, variationsShown } from "../shown.ts";
import { IN_PREVIEW, lasting } from "../watching.ts";

/** So much later than the page we may hear that consent was given. */
const HEARS_MS = 1_000;

/** A personalised variation was shown first, and consented to only later. */
export const personalizedBeforeConsent: FindingRule = {
  id: "personalized-before-consent",
  catalogue: ["C02"],
  severity: "serious",
  confidence: "observed",
  title: said("Personalised before consent was given", "Vor der Einwilligung personalisiert"),
  explanation: said(
    "Consent counts from when it is given. What was used before had none, even if the visitor agrees a moment later.",
    "Eine Einwilligung gilt, sobald sie erteilt ist. Was vorher genutzt wurde, hatte keine, auch wenn gleich darauf zugestimmt wird.",
  ),
  likelyGap: said(
    "The content was put in by something that does not wait for the consent manager.",
    "Der Inhalt kam von etwas, das nicht auf den Consent-Manager wartet.",
  ),
  risk: said(
    "Every first visit uses personal data without a legal basis, also of those who then say no.",
    "Bei jedem ersten Besuch werden personenbezogene Daten ohne Rechtsgrundlage genutzt, auch von Menschen, die dann ablehnen.",
  ),
  fix: said(
    "Let Forwhom decide this slot: it shows the page’s own content until consent is there. Remove whatever else fills it.",
    "Lassen Sie Forwhom diesen Platz entscheiden: Er zeigt den eigenen Inhalt der Seite, bis die Einwilligung da ist. Entfernen Sie, was ihn sonst füllt.",
  ),
  check: (evidence) =>
    evidence.preview
      ? IN_PREVIEW
      : foundInSlots(
          variationsShown(evidence).flatMap((shown) => {
            const early = howEarly(shown, evidence);
            if (early === undefined) return [];
            const { claim, observed, name, variation } = shown;
            const who = segmentNamed(claim, variation.for);
            const { en, de } = lasting(early);
            return [
              {
                slot: observed.slot,
                selector: observed.selector,
                evidence: [
                  said(
                    `“${name}” showed the content for “${who}” before the visitor had agreed to it.`,
                    `„${name}“ zeigte den Inhalt für „${who}“, bevor dem zugestimmt war.`,
                  ),
                  said(`Consent came at least ${en} later.`, `Die Einwilligung kam mindestens ${de} später.`),
                ],
              },
            ];
          }),
          evidence,
        ),
};

/** How long before consent a variation was there, in milliseconds; undefined: it was not, or has none yet. */
function howEarly(shown: Shown, evidence: Evidence): number | undefined {
  const moments = momentsIn(evidence.observation.watched);
  const at = shown.observed.since ?? moments[0]?.from;
  const then = moments.findLast(({ from }) => at !== undefined && from <= at);
  if (at === undefined || !then || gatesMissing(shown, evidence).length > 0) return undefined;
  const missing = gatesMissing(shown, evidence, gatesBy(then.readings, evidence));
  const surely = missing.filter((gate) => isShut(gate, then.readings, evidence) === true);
  const opened = moments.find(
    ({ from, readings }) => from > at && surely.every((gate) => isShut(gate, readings, evidence) === false),
  );
  const early = opened && surely.length > 0 ? opened.mayBegin - at : 0;
  return early > HEARS_MS ? early : undefined;
}
