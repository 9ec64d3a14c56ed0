import { standingOf } from "../../consent/standing.ts";
import { gatesSeen } from "../consented.ts";
import type { Evidence, FindingRule } from "../finding.ts";
import { isSettled, shutAround } from "../moments.ts";
import { WITHOUT_FORWHOM } from "../outcome.ts";
import { said } from "../said.ts";
import { foundWhereSure, IN_PREVIEW, ownKept } from "../watching.ts";

/** Our own keys lie on the device still, though the visitor said no to that. */
export const keptAfterWithdrawal: FindingRule = {
  id: "kept-after-withdrawal",
  catalogue: ["C08"],
  severity: "moderate",
  confidence: "observed",
  title: said("Kept on the device after withdrawal", "Nach dem Widerruf auf dem Gerät geblieben"),
  explanation: said(
    "When consent is withdrawn, what was kept under it goes too.",
    "Mit dem Widerruf verschwindet auch, was unter der Einwilligung abgelegt wurde.",
  ),
  likelyGap: said(
    "Consent was withdrawn where Forwhom does not run, or a script put back what Forwhom had erased.",
    "Der Widerruf geschah, wo Forwhom nicht läuft, oder ein Skript hat zurückgelegt, was Forwhom gelöscht hatte.",
  ),
  risk: said(
    "What the visitor took back could be used again the next time.",
    "Was zurückgenommen wurde, könnte beim nächsten Mal wieder genutzt werden.",
  ),
  fix: said(
    "Put the Forwhom script on every page on which consent can be withdrawn, or call forwhom.forget() there.",
    "Setzen Sie das Forwhom-Skript auf jede Seite, auf der widerrufen werden kann, oder rufen Sie dort forwhom.forget() auf.",
  ),
  check: (evidence) => {
    if (evidence.preview) return IN_PREVIEW;
    if (!evidence.observation.claim) return WITHOUT_FORWHOM;
    if (!isRefused(evidence)) return foundWhereSure([]);
    return foundWhereSure(
      ownKept(evidence).flatMap(({ place, name, since }) =>
        // A database that was emptied keeps its name; and what only came while the gate was shut is another finding.
        place === "indexedDB" || (since !== undefined && shutAround("storage", since, evidence) !== "no")
          ? []
          : {
              sure: isSettled(evidence) ? ("yes" as const) : ("cannot tell" as const),
              fault: {
                evidence: [
                  said(`“${name}” still lies in ${place}.`, `„${name}“ liegt noch in ${place}.`),
                  said(
                    "The visitor’s answer does not allow the site to keep anything on the device.",
                    "Laut der Antwort darf die Website nichts auf dem Gerät ablegen.",
                  ),
                ],
              },
            },
      ),
    );
  },
};

/** Whether the storage gate is closed by somebody's own answer. */
function isRefused(evidence: Evidence): boolean {
  const { claim, consent } = evidence.observation;
  if (!claim || gatesSeen(evidence)?.storage !== "closed") return false;
  const rules = claim.manifest.consent;
  const { state, basis, closedBy } = standingOf("storage", { ...claim.consent, sources: consent }, rules);
  return (
    rules.gates.storage !== undefined &&
    (closedBy.length > 0 || (state === "answered" && basis === "explicit"))
  );
}
