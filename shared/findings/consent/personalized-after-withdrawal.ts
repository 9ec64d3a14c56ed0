import { gatesMissing } from "../consented.ts";
import type { Evidence, FindingRule } from "../finding.ts";
import { withdrawnAt } from "../moments.ts";
import { WITHOUT_FORWHOM } from "../outcome.ts";
import { said } from "../said.ts";
import { SETTLES_MS } from "../settles.ts";
import { type Shown, segmentNamed, variationsShown } from "../shown.ts";
import { foundWhereSure, IN_PREVIEW, lasting } from "../watching.ts";

/** A personalised variation stands there still, though consent to it was taken back. */
export const personalizedAfterWithdrawal: FindingRule = {
  id: "personalized-after-withdrawal",
  catalogue: ["C07"],
  severity: "critical",
  confidence: "observed",
  title: said("Still personalised after withdrawal", "Nach dem Widerruf noch personalisiert"),
  explanation: said(
    "Taking consent back must be as easy as giving it, and works at once: the page’s own content comes back.",
    "Ein Widerruf muss so einfach sein wie die Zustimmung und wirkt sofort: Der eigene Inhalt der Seite kommt zurück.",
  ),
  likelyGap: said(
    "Something put this content in once and does not follow what the consent manager says afterwards.",
    "Etwas hat diesen Inhalt einmal eingesetzt und folgt nicht, was der Consent-Manager danach sagt.",
  ),
  risk: said(
    "The visitor has just said no and sees that they are recognised all the same.",
    "Wer gerade Nein gesagt hat, sieht, dass er trotzdem erkannt wird.",
  ),
  fix: said(
    "Let Forwhom decide this slot: it falls back by itself. Any other script must listen to the consent manager and put the page’s own content back.",
    "Lassen Sie Forwhom diesen Platz entscheiden: Er fällt von selbst zurück. Jedes andere Skript muss auf den Consent-Manager hören und den eigenen Inhalt der Seite zurücksetzen.",
  ),
  check: (evidence) => {
    if (evidence.preview) return IN_PREVIEW;
    if (!evidence.observation.claim) return WITHOUT_FORWHOM;
    return foundWhereSure(
      variationsShown(evidence).flatMap((shown) => {
        const at = stillShownSince(shown, evidence);
        if (at === undefined) return [];
        const { claim, observed, name, variation } = shown;
        const who = segmentNamed(claim, variation.for);
        const ago = evidence.observation.watched.at - at;
        const { en, de } = lasting(ago);
        return {
          sure: ago >= SETTLES_MS ? ("yes" as const) : ("cannot tell" as const),
          fault: {
            slot: observed.slot,
            selector: observed.selector,
            evidence: [
              said(
                `“${name}” still shows the content for “${who}”.`,
                `„${name}“ zeigt noch immer den Inhalt für „${who}“.`,
              ),
              said(
                `Consent to it was withdrawn ${en} before.`,
                `Die Einwilligung dazu wurde ${de} vorher widerrufen.`,
              ),
            ],
          },
        };
      }),
    );
  },
};

/** When consent to a variation was withdrawn which was shown before and is shown still. */
export function stillShownSince(shown: Shown, evidence: Evidence): number | undefined {
  if (evidence.preview) return undefined;
  const [first] = gatesMissing(shown, evidence)
    .map((gate) => withdrawnAt(gate, evidence))
    .filter((at) => at !== undefined)
    .sort((one, other) => one - other);
  // What came only afterwards was never consented to.
  return first !== undefined && (shown.observed.since ?? 0) <= first ? first : undefined;
}
