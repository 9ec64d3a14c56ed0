import { DISCLOSED_VENDORS } from "../../../consent/iab/tc-string.ts";
import type { FindingRule } from "../../finding.ts";
import { CLEAN, cannotTell, doesNotApply, foundOr } from "../../outcome.ts";
import { said } from "../../said.ts";

/** From then on a string without the vendors that were disclosed is invalid. */
const REQUIRED_FROM = Date.parse("2026-03-01T00:00:00Z");

const NO_STRING = doesNotApply(
  said("There is no TC string on this page.", "Auf dieser Seite ist kein TC-String."),
);

const OLDER = cannotTell(
  said(
    "The TC string was written before vendors had to be named in it.",
    "Der TC-String stammt aus der Zeit, bevor Anbieter darin genannt werden mussten.",
  ),
);

/** The string of IAB TCF is none that may still be relied on. */
export const tcStringInvalid: FindingRule = {
  id: "tc-string-invalid",
  catalogue: ["C17"],
  severity: "moderate",
  confidence: "observed",
  title: said("The consent string is not valid", "Der Consent-String ist nicht gültig"),
  explanation: said(
    "Since 1 March 2026 a consent string of IAB TCF must name the vendors that were shown to the visitor.",
    "Seit dem 1. März 2026 muss ein Consent-String von IAB TCF die Anbieter nennen, die gezeigt wurden.",
  ),
  likelyGap: said(
    "The consent manager runs an old version of the framework, or its vendor list was changed after the visitor answered.",
    "Der Consent-Manager läuft mit einer alten Fassung des Standards, oder seine Anbieterliste wurde nach der Antwort geändert.",
  ),
  risk: said(
    "Vendors must treat the string as no consent at all, or use one that they do not have.",
    "Anbieter müssen den String wie eine fehlende Einwilligung behandeln oder nutzen eine, die sie nicht haben.",
  ),
  fix: said(
    "Update the consent manager to TCF 2.3 or later, and ask visitors again where its vendors have changed.",
    "Bringen Sie den Consent-Manager auf TCF 2.3 oder neuer, und fragen Sie erneut, wo sich die Anbieter geändert haben.",
  ),
  link: "https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework",
  check: ({ observation: { watched } }) => {
    const { tcString } = watched.signals;
    if (!tcString) return NO_STRING;
    const { version, updated, segments, undisclosed = 0 } = tcString;
    const isNamed = segments.includes(DISCLOSED_VENDORS);
    const sentences = [
      ...(version < 2
        ? [said(`It is of version ${version}.`, `Er ist von Version ${version}.`)]
        : !isNamed && updated >= REQUIRED_FROM
          ? [
              said(
                `It was written on ${day(updated)} and names no disclosed vendors.`,
                `Er wurde am ${day(updated)} geschrieben und nennt keine gezeigten Anbieter.`,
              ),
            ]
          : []),
      ...(isNamed && undisclosed > 0
        ? [
            said(
              `Vendors with consent that were not shown to the visitor: ${undisclosed}.`,
              `Anbieter mit Einwilligung, die nicht gezeigt wurden: ${undisclosed}.`,
            ),
          ]
        : []),
    ];
    if (sentences.length > 0) return foundOr([{ evidence: sentences }]);
    return isNamed ? CLEAN : OLDER;
  },
};

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
