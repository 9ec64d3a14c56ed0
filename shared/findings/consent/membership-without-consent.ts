import { GATES } from "../../consent/gates.ts";
import type { FindingRule } from "../finding.ts";
import { shutAround } from "../moments.ts";
import { WITHOUT_FORWHOM } from "../outcome.ts";
import { said } from "../said.ts";
import { foundWhereSure, IN_PREVIEW, requestsFor } from "../watching.ts";
import { shutSentence } from "./allowed.ts";

/** The endpoint was asked who this is, though consent did not cover it. */
export const membershipWithoutConsent: FindingRule = {
  id: "membership-without-consent",
  catalogue: ["C05"],
  severity: "critical",
  confidence: "observed",
  title: said("The CRM was asked without consent", "Das CRM wurde ohne Einwilligung gefragt"),
  explanation: said(
    "Asking the endpoint recognises the visitor by a key on their device and looks them up in the CRM. Both need consent.",
    "Die Frage an den Endpunkt erkennt Besucher an einem Schlüssel auf ihrem Gerät und schlägt sie im CRM nach. Beides braucht eine Einwilligung.",
  ),
  likelyGap: said(
    "Another script asks the endpoint by itself, or an old page script is still delivered.",
    "Ein anderes Skript fragt den Endpunkt selbst, oder ein altes Seitenskript wird noch ausgeliefert.",
  ),
  risk: said(
    "Visitors who were not asked, or said no, are looked up by name.",
    "Wer nicht gefragt wurde oder Nein gesagt hat, wird namentlich nachgeschlagen.",
  ),
  fix: said(
    "Let only Forwhom ask the endpoint. Search the site’s scripts for the address below.",
    "Lassen Sie nur Forwhom den Endpunkt fragen. Suchen Sie in den Skripten der Website nach der Adresse unten.",
  ),
  check: (evidence) => {
    if (evidence.preview) return IN_PREVIEW;
    if (!evidence.observation.claim) return WITHOUT_FORWHOM;
    return foundWhereSure(
      requestsFor(evidence, "/membership", "/identify").map(({ url, at }) => {
        const gates = GATES.filter((gate) => gate === "storage" || gate === "crm");
        const answers = gates.map((gate) => ({ gate, sure: shutAround(gate, at, evidence) }));
        const shut = answers.filter(({ sure }) => sure === "yes");
        const doubt = answers.some(({ sure }) => sure === "cannot tell") ? "cannot tell" : "no";
        return {
          sure: shut.length > 0 ? "yes" : doubt,
          fault: {
            evidence: [
              said(`The page asked ${url}.`, `Die Seite hat ${url} gefragt.`),
              ...shut.map(({ gate }) => shutSentence(gate, evidence)),
            ],
          },
        };
      }),
    );
  },
};
