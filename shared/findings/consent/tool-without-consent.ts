import type { Reading } from "../../consent/reading.ts";
import { GPC } from "../../consent/sources.ts";
import { TOOLS, type Tool, toolNamed } from "../../protocol/tools.ts";
import type { Evidence, FindingRule } from "../finding.ts";
import { heldAround, isShut, type Sure } from "../moments.ts";
import { cannotTell, doesNotApply } from "../outcome.ts";
import { said } from "../said.ts";
import { foundWhereSure } from "../watching.ts";

const WITHOUT_TOOLS = doesNotApply(
  said(
    "No other personalization tool was seen on this page.",
    "Auf dieser Seite wurde kein anderes Personalisierungs-Werkzeug gesehen.",
  ),
);

const UNREAD = cannotTell(
  said(
    "No consent manager was seen on this page whose answer can be read.",
    "Auf dieser Seite wurde kein Consent-Manager gesehen, dessen Antwort sich lesen lässt.",
  ),
);

/** Another company's tool recognises the visitor while consent to that is refused. */
export const toolWithoutConsent: FindingRule = {
  id: "tool-without-consent",
  catalogue: ["C06"],
  severity: "serious",
  confidence: "observed",
  title: said(
    "Another personalization tool works without consent",
    "Ein anderes Personalisierungs-Werkzeug arbeitet ohne Einwilligung",
  ),
  explanation: said(
    "Tools that choose content for a visitor know them again by a name on their device. That needs the same consent as everything else.",
    "Werkzeuge, die Inhalt auswählen, erkennen Besucher an einem Eintrag auf deren Gerät wieder. Das braucht dieselbe Einwilligung wie alles andere.",
  ),
  likelyGap: said(
    "The tool’s script is loaded by the page or a tag manager without waiting for the consent manager.",
    "Das Skript des Werkzeugs wird von der Seite oder einem Tag-Manager geladen, ohne auf den Consent-Manager zu warten.",
  ),
  risk: said(
    "Visitors who said no are followed by another company, on your behalf.",
    "Wer Nein gesagt hat, wird in Ihrem Auftrag von einer anderen Firma verfolgt.",
  ),
  fix: said(
    "Load the tool only after consent, in the tag manager or with the consent manager’s own blocking, and delete what it keeps when consent is withdrawn.",
    "Laden Sie das Werkzeug erst nach der Einwilligung, im Tag-Manager oder mit der Sperre des Consent-Managers, und löschen Sie beim Widerruf, was es ablegt.",
  ),
  check: (evidence) => {
    const { tools } = evidence.observation.watched;
    const present = TOOLS.filter(({ id }) => tools.some(({ tool }) => tool === id));
    if (present.length === 0) return WITHOUT_TOOLS;
    const acts = present.flatMap((tool) => actsOf(tool, evidence));
    if (acts.length > 0 && !acts.some(({ sure }) => sure !== "cannot tell") && !isRead(evidence))
      return UNREAD;
    return foundWhereSure(acts);
  },
};

/** What a tool did that needs consent: it sent something while it knows the visitor, or named them anew. */
function actsOf(tool: Tool, evidence: Evidence) {
  const { device, requests } = evidence.observation.watched;
  const names = device.filter(({ place, name }) =>
    (place === "cookie" ? tool.cookie : tool.storage).test(name),
  );
  const named = names.flatMap(({ place, name, since }) =>
    since === undefined
      ? []
      : act(
          tool,
          since,
          evidence,
          said(
            `It put “${name}” into ${PLACE[place].en}.`,
            `Es hat „${name}“ in ${PLACE[place].de} abgelegt.`,
          ),
        ),
  );
  // Without a name on the device it may only count, which some tools do of those who refused.
  const sent = requests.filter(({ to }) => names.length > 0 && to === tool.id);
  return [
    ...named,
    ...sent.flatMap(({ url, at }) =>
      act(tool, at, evidence, said(`It sent something to ${url}.`, `Es hat etwas an ${url} gesendet.`)),
    ),
  ];
}

const PLACE = {
  cookie: said("a cookie", "einem Cookie"),
  localStorage: said("localStorage", "localStorage"),
  sessionStorage: said("sessionStorage", "sessionStorage"),
  indexedDB: said("IndexedDB", "IndexedDB"),
};

function act(tool: Tool, at: number, evidence: Evidence, sentence: ReturnType<typeof said>) {
  const name = toolNamed(tool.id);
  const sure: Sure = heldAround(at, evidence.observation.watched, (readings) =>
    isRefused(tool, readings, evidence),
  );
  const fault = {
    evidence: [
      said(`${name} is at work on this page.`, `${name} arbeitet auf dieser Seite.`),
      sentence,
      said(
        "At that moment consent did not cover it.",
        "In diesem Moment war das von keiner Einwilligung gedeckt.",
      ),
    ],
  };
  return [{ sure, fault }];
}

/** What consent managers call what is always on. */
const ALWAYS = /necess|essential|required|strict|notwendig|erforderlich|C0001/i;

/**
 * Whether using what a visitor does is surely refused. With a library its gate says so; without one only
 * a manager whose categories mean the same everywhere, or who was told that everything is refused.
 */
function isRefused(tool: Tool, readings: readonly Reading[], evidence: Evidence): boolean | undefined {
  if (evidence.observation.claim) return isShut("behavior", readings, evidence);
  const chosen = readings.filter(({ state, basis }) => state === "answered" && basis === "explicit");
  const isNo = ({ source, closes = [], granted, denied }: Reading) =>
    source !== GPC &&
    (closes.includes("behavior") ||
      granted.every((one) => ALWAYS.test(one)) ||
      denied.some((one) => one.toLowerCase().includes(tool.id)));
  if (chosen.some(isNo)) return true;
  return chosen.some(({ source }) => source !== GPC) ? false : undefined;
}

const isRead = ({ observation: { consent } }: Evidence): boolean =>
  consent.some(({ state, source }) => state === "answered" && source !== GPC);
