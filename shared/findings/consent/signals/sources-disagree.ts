import { GATES, type Gate } from "../../../consent/gates.ts";
import type { Reading } from "../../../consent/reading.ts";
import { type ConsentRules, ruleOf } from "../../../consent/record.ts";
import type { FindingRule } from "../../finding.ts";
import { isSettled } from "../../moments.ts";
import { WITHOUT_FORWHOM } from "../../outcome.ts";
import { said } from "../../said.ts";
import { foundWhereSure } from "../../watching.ts";
import { ALLOWS } from "../allowed.ts";

/** The consent manager says yes, and another source says no to the same; or the reverse. */
export const sourcesDisagree: FindingRule = {
  id: "consent-sources-disagree",
  catalogue: ["C09"],
  severity: "moderate",
  confidence: "observed",
  title: said("Sources of consent disagree", "Quellen der Einwilligung widersprechen sich"),
  explanation: said(
    "Several scripts on this page say what the visitor agreed to, and not the same. Forwhom takes the stricter; other tools may not.",
    "Mehrere Skripte auf dieser Seite sagen, wozu zugestimmt wurde, und nicht dasselbe. Forwhom nimmt die strengere Antwort, andere Werkzeuge vielleicht nicht.",
  ),
  likelyGap: said(
    "The consent manager does not pass its answer on to every signal, or one of two managers was forgotten.",
    "Der Consent-Manager gibt seine Antwort nicht an jedes Signal weiter, oder einer von zweien wurde vergessen.",
  ),
  risk: said(
    "Some tools work without consent, or visitors who agreed see nothing of it.",
    "Manche Werkzeuge arbeiten ohne Einwilligung, oder wer zugestimmt hat, merkt nichts davon.",
  ),
  fix: said(
    "Make one consent manager the authority, have it set the other signals, and check the categories it maps to each of them.",
    "Machen Sie einen Consent-Manager zur maßgeblichen Quelle, lassen Sie ihn die anderen Signale setzen, und prüfen Sie die Zuordnung der Kategorien.",
  ),
  check: (evidence) => {
    const { claim, consent } = evidence.observation;
    if (!claim) return WITHOUT_FORWHOM;
    const rules = claim.manifest.consent;
    const chosen = consent.filter(({ state, basis }) => state === "answered" && basis === "explicit");
    const pairs = GATES.flatMap((gate) => {
      const authority = chosen.find(({ source }) => source === ruleOf(gate, rules).source);
      const verdict = authority && saysOf(authority, gate, rules);
      if (!authority || verdict === undefined) return [];
      return chosen
        .filter((other) => other !== authority && !OPT_OUTS.includes(other.source))
        .filter((other) => meansOf(other, gate) === !verdict)
        .map((other) => ({ gate, yes: verdict ? authority : other, no: verdict ? other : authority }));
    });
    return foundWhereSure(
      pairs.map(({ gate, yes, no }) => ({
        sure: isSettled(evidence) ? ("yes" as const) : ("cannot tell" as const),
        fault: {
          evidence: [
            said(
              `${yes.source} allows the site to ${ALLOWS[gate].en}; ${no.source} does not.`,
              `Laut ${yes.source} darf die Website ${ALLOWS[gate].de}, laut ${no.source} nicht.`,
            ),
          ],
        },
      })),
    );
  },
};

/** They say no to something else, and need not agree with a dialog's answer. */
const OPT_OUTS: readonly string[] = ["gpc", "gpp"];

/** What the authority's answer is to a gate, by the library's mapping or by its own meaning. */
function saysOf(reading: Reading, gate: Gate, rules: ConsentRules): boolean | undefined {
  const { needs } = ruleOf(gate, rules);
  if (!needs) return meansOf(reading, gate);
  return [needs].flat().every((one) => reading.granted.includes(one));
}

const meansOf = ({ opens, closes }: Reading, gate: Gate): boolean | undefined =>
  closes?.includes(gate) ? false : opens?.includes(gate) || undefined;
