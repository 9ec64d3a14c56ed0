import type { Gate } from "../consent/gates.ts";
import { ruleOf } from "../consent/record.ts";
import { gatesMissing, gatesSeen } from "./consented.ts";
import type { Evidence, FindingRule } from "./finding.ts";
import { segmentNamed, variationsShown } from "./shown.ts";

const WHAT: Readonly<Record<Gate, string>> = {
  storage: "keep anything on the device",
  behavior: "use what was done on this site",
  crm: "use what the CRM knows",
  measurement: "measure",
};

/** C01 and C02: a personalised variation is shown while consent for its facts is refused or not given. */
export const personalizedWithoutConsent: FindingRule = {
  id: "personalized-without-consent",
  severity: "critical",
  confidence: "observed",
  title: "Personalised without consent",
  likelyGap:
    "The content was put in before the consent manager had answered, or by something that does not ask it.",
  risk: "Personal data is used without a legal basis. A visitor who said no is recognised anyway.",
  fix: "Let Forwhom decide this slot, and check which consent category opens each gate in the library. Remove any script or template that puts this content in by itself.",
  check: (evidence) =>
    variationsShown(evidence).flatMap((shown) => {
      const missing = gatesMissing(shown, evidence);
      if (missing.length === 0) return [];
      const { claim, observed, name, variation } = shown;
      const who = segmentNamed(claim, variation.for);
      return [
        {
          slot: observed.slot,
          selector: observed.selector,
          evidence: [
            `“${name}” shows the content for “${who}”.`,
            ...missing.map((gate) => consentSentence(gate, evidence)),
          ],
        },
      ];
    }),
};

function consentSentence(gate: Gate, evidence: Evidence): string {
  if (evidence.preview) return `The previewed visitor has not agreed that the site may ${WHAT[gate]}.`;
  const { claim, consent } = evidence.observation;
  const manager = claim ? ruleOf(gate, claim.manifest.consent).source : "the consent manager";
  const hasAnswered = consent.some(({ source, state }) => source === manager && state === "answered");
  const said = hasAnswered ? "does not allow to" : "has no answer yet whether the site may";
  const ours = `The consent manager (${manager}) ${said} ${WHAT[gate]}.`;
  const claimsOpen = claim?.consent.gates[gate] === "open" && gatesSeen(evidence)?.[gate] !== "open";
  return claimsOpen ? `${ours} The page claims that it does.` : ours;
}
