import type { FindingRule } from "../finding.ts";
import { shutAround } from "../moments.ts";
import { WITHOUT_FORWHOM } from "../outcome.ts";
import { said } from "../said.ts";
import { foundWhereSure, IN_PREVIEW, ownKept } from "../watching.ts";
import { shutSentence } from "./allowed.ts";

/** Our own keys came onto the device while the storage gate was not open. */
export const storedWithoutConsent: FindingRule = {
  id: "stored-without-consent",
  catalogue: ["C03"],
  severity: "serious",
  confidence: "observed",
  title: said("Kept on the device without consent", "Ohne Einwilligung auf dem Gerät abgelegt"),
  explanation: said(
    "Keeping anything on a device that the visitor did not ask for needs consent first, whatever it is.",
    "Wer etwas auf einem Gerät ablegt, um das nicht gebeten wurde, braucht vorher eine Einwilligung, egal was es ist.",
  ),
  likelyGap: said(
    "An old or changed page script is at work, or the library maps the storage gate to a category that is always on.",
    "Ein altes oder verändertes Seitenskript ist am Werk, oder die Bibliothek bindet die Schranke „storage“ an eine Kategorie, die immer an ist.",
  ),
  risk: said(
    "The visitor’s device is used against the law on terminal equipment (ePrivacy), before they were asked.",
    "Das Gerät wird entgegen den Regeln für Endgeräte (ePrivacy) genutzt, bevor jemand gefragt wurde.",
  ),
  fix: said(
    "Publish the page script anew and check which consent category opens the storage gate.",
    "Veröffentlichen Sie das Seitenskript neu, und prüfen Sie, welche Kategorie die Schranke „storage“ öffnet.",
  ),
  check: (evidence) => {
    if (evidence.preview) return IN_PREVIEW;
    if (!evidence.observation.claim) return WITHOUT_FORWHOM;
    return foundWhereSure(
      ownKept(evidence).flatMap(({ place, name, since }) =>
        since === undefined
          ? []
          : {
              sure: shutAround("storage", since, evidence),
              fault: {
                evidence: [
                  said(
                    `“${name}” was put into ${place} while the page was watched.`,
                    `„${name}“ wurde in ${place} abgelegt, während die Seite beobachtet wurde.`,
                  ),
                  shutSentence("storage", evidence),
                ],
              },
            },
      ),
    );
  },
};
