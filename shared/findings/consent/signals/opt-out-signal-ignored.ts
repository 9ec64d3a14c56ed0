import { GPC } from "../../../consent/sources.ts";
import type { FindingRule } from "../../finding.ts";
import { isSettled } from "../../moments.ts";
import { CLEAN, cannotTell, doesNotApply } from "../../outcome.ts";
import { said } from "../../said.ts";
import { foundWhereSure } from "../../watching.ts";

const OFF = doesNotApply(
  said(
    "This browser does not send Global Privacy Control.",
    "Dieser Browser sendet kein Global Privacy Control.",
  ),
);

const WHERE = cannotTell(
  said(
    "It is not known whether this visitor is where the signal must be followed.",
    "Es ist nicht bekannt, ob das Signal am Ort dieses Besuchs befolgt werden muss.",
  ),
);

const RIGHTS: Readonly<Record<string, ReturnType<typeof said>>> = {
  sale: said("the sale of data", "den Verkauf von Daten"),
  sharing: said("the sharing of data for advertising", "die Weitergabe von Daten für Werbung"),
};

/** The browser says that data may not be sold or shared, and the consent manager does not record it. */
export const optOutSignalIgnored: FindingRule = {
  id: "opt-out-signal-ignored",
  catalogue: ["C14"],
  severity: "serious",
  confidence: "observed",
  title: said(
    "Global Privacy Control is on and not followed",
    "Global Privacy Control ist an und wird nicht befolgt",
  ),
  explanation: said(
    "Global Privacy Control is the browser’s own “do not sell or share”. Several US states require that it counts as an opt-out.",
    "Global Privacy Control ist das „nicht verkaufen oder weitergeben“ des Browsers. Mehrere US-Bundesstaaten verlangen, dass es als Widerspruch zählt.",
  ),
  likelyGap: said(
    "The consent manager’s setting for Global Privacy Control is off, or was not switched on for this region.",
    "Die Einstellung des Consent-Managers für Global Privacy Control ist aus oder nicht für diese Region eingeschaltet.",
  ),
  risk: said(
    "A valid opt-out is passed over, and every tool that reads the signal goes on.",
    "Ein gültiger Widerspruch wird übergangen, und jedes Werkzeug, das das Signal liest, macht weiter.",
  ),
  fix: said(
    "Switch on Global Privacy Control in the consent manager for every US region, and check that it records the opt-out.",
    "Schalten Sie im Consent-Manager Global Privacy Control für jede US-Region ein, und prüfen Sie, ob er den Widerspruch festhält.",
  ),
  link: "https://www.w3.org/TR/gpc/",
  check: (evidence) => {
    const { consent, country, watched, claim } = evidence.observation;
    if (!consent.some(({ source }) => source === GPC)) return OFF;
    const { gpp = [], oneTrustGpc } = watched.signals;
    const kept = gpp.flatMap(({ section, keeps }) => keeps.map((right) => ({ section, right })));
    const where = country ?? claim?.consent.country;
    const isIgnored = oneTrustGpc === "ignored";
    // Elsewhere than in the US nothing has to be made of it.
    if (kept.length === 0 && isIgnored && where !== "US") return where === undefined ? WHERE : CLEAN;
    const sentences = [
      ...kept.map(({ section, right }) =>
        said(
          `IAB GPP (${section}) says that the visitor did not opt out of ${RIGHTS[right]?.en ?? right}.`,
          `IAB GPP (${section}) sagt, es gebe keinen Widerspruch gegen ${RIGHTS[right]?.de ?? right}.`,
        ),
      ),
      ...(isIgnored
        ? [
            said(
              "OneTrust has seen the signal and does not follow it.",
              "OneTrust hat das Signal gesehen und befolgt es nicht.",
            ),
          ]
        : []),
    ];
    if (sentences.length === 0) return CLEAN;
    const on = said(
      "The browser sends Global Privacy Control.",
      "Der Browser sendet Global Privacy Control.",
    );
    const sure = isSettled(evidence) ? ("yes" as const) : ("cannot tell" as const);
    return foundWhereSure([{ sure, fault: { evidence: [on, ...sentences] } }]);
  },
};
