import type { Gate } from "../../../consent/gates.ts";
import { ruleOf } from "../../../consent/record.ts";
import { gatesSeen } from "../../consented.ts";
import type { FindingRule } from "../../finding.ts";
import { foundOr, WITHOUT_FORWHOM } from "../../outcome.ts";
import { said } from "../../said.ts";
import { ALLOWS } from "../allowed.ts";

/** Signals that speak of advertising alone, by who gives them. */
const ADVERTISING: Readonly<Record<string, readonly string[]>> = {
  tcf: ["2", "3", "4", "7"],
  "google-consent-mode": ["ad_storage", "ad_user_data", "ad_personalization"],
};
/** What consent managers call the category of advertising. For the CRM it may be the stricter choice. */
const MARKETING = /^(?:marketing|advertis(?:ing|ement|ements)|ads|targeting|werbung|C0004)$/i;
const CONTENT: readonly Gate[] = ["storage", "behavior", "crm"];

/** The library opens a gate for content by a signal that speaks of advertising. */
export const openedByAdvertising: FindingRule = {
  id: "opened-by-advertising",
  catalogue: ["C10"],
  severity: "serious",
  confidence: "proven",
  title: said(
    "Consent to advertising is used for content",
    "Einwilligung in Werbung wird für Inhalt genutzt",
  ),
  explanation: said(
    "Agreeing to personalised advertising is not agreeing to a page that changes with what is known of its visitor.",
    "Wer personalisierter Werbung zustimmt, stimmt nicht einer Seite zu, die sich nach dem richtet, was über ihn bekannt ist.",
  ),
  likelyGap: said(
    "The library maps a gate to the nearest category at hand, and the consent manager has none for personalisation.",
    "Die Bibliothek bindet eine Schranke an die nächstbeste Kategorie, und der Consent-Manager hat keine für Personalisierung.",
  ),
  risk: said(
    "Consent does not cover what is done with it, so there is none.",
    "Die Einwilligung deckt nicht, was damit getan wird. Also gibt es keine.",
  ),
  fix: said(
    "Map the gate to what speaks of content: purposes 1, 5 and 6 in IAB TCF, personalization_storage in Google consent mode, or a category of its own in your consent manager.",
    "Binden Sie die Schranke an das, was von Inhalt spricht: die Zwecke 1, 5 und 6 in IAB TCF, personalization_storage im Google-Einwilligungsmodus oder eine eigene Kategorie in Ihrem Consent-Manager.",
  ),
  check: (evidence) => {
    const { claim } = evidence.observation;
    if (!claim) return WITHOUT_FORWHOM;
    const gates = gatesSeen(evidence);
    return foundOr(
      CONTENT.flatMap((gate) => {
        const { source, needs } = ruleOf(gate, claim.manifest.consent);
        const all = [needs ?? []].flat();
        const isAdvertising = (one: string) =>
          ADVERTISING[source]?.includes(one) ?? (gate !== "crm" && MARKETING.test(one));
        if (all.length === 0 || !all.every(isAdvertising)) return [];
        const named = all.join(", ");
        const { en, de } = ALLOWS[gate];
        return {
          evidence: [
            said(
              `The site may ${en} once ${source} grants ${named}.`,
              `Die Website darf ${de}, sobald ${source} ${named} gewährt.`,
            ),
            ...(gates?.[gate] === "open"
              ? [said("For this visitor that is so now.", "Für diesen Besuch ist das jetzt so.")]
              : []),
          ],
        };
      }),
    );
  },
};
