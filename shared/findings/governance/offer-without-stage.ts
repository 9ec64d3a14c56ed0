import { entry } from "../../engine/facts.ts";
import { any, type Truth } from "../../engine/truth.ts";
import type { FindingRule } from "../finding.ts";
import { CLEAN, doesNotApply, foundOr, WITHOUT_FORWHOM } from "../outcome.ts";
import { customerStatus } from "../rules/customer.ts";
import { type Governed, NOT_ON_THIS_PAGE, placesIn, rulesOf } from "../rules/governed.ts";
import {
  asksForStage,
  isForCustomers,
  isKeptByStage,
  messagesIn,
  offerLabel,
  type Spoken,
} from "../rules/messages.ts";
import { type Said, said } from "../said.ts";

/** Something for customers, of which no rule says that one must be a customer. */
export const offerWithoutStage: FindingRule = {
  id: "offer-without-stage",
  catalogue: ["M2"],
  severity: "minor",
  confidence: "suspected",
  title: said(
    "An offer for customers whose stage nobody states",
    "Ein Angebot für Kunden, dessen Phase nirgends steht",
  ),
  explanation: said(
    "What asks customers to go on, to extend or to recommend means nothing to people who are none. A segment, an eligibility or a suppression should say the stage.",
    "Wer Kunden um den nächsten Schritt, eine Erweiterung oder eine Empfehlung bittet, sagt anderen nichts. Ein Segment, eine Bedingung des Angebots oder eine Sperre sollte die Phase nennen.",
  ),
  likelyGap: said(
    "The stage was clear to whoever wrote this, and was not written into the rules.",
    "Die Phase war denen klar, die das geschrieben haben, und kam nicht in die Regeln.",
  ),
  risk: said(
    "The wrong call to action: somebody who is not a customer is asked for what they cannot do.",
    "Der falsche Aufruf: Wer kein Kunde ist, wird um etwas gebeten, was nicht möglich ist.",
  ),
  fix: said(
    "Say in the offer who is eligible, by the lifecycle stage, or show it for a segment of customers only.",
    "Sagen Sie im Angebot, für wen es gilt, nach der Lebenszyklus-Phase, oder zeigen Sie es nur für ein Segment von Kunden.",
  ),
  check: (evidence) => {
    const rules = rulesOf(evidence);
    const { claim } = evidence.observation;
    if (!rules || !claim) return WITHOUT_FORWHOM;
    const isStranger = customerStatus(claim) === "no";
    const told = placesIn(evidence, rules).map((place) => ({
      place,
      messages: messagesIn(place, rules)
        .filter(({ message }) => isForCustomers(message))
        // The page's own content may stand where only customers come: it counts where somebody else sees it.
        .filter(({ segment }) => segment !== undefined || (isStranger && isSeen(place.observed)))
        .map((spoken) => ({ spoken, isSaid: saysStage(spoken, rules) })),
    }));
    const all = told.flatMap(({ messages }) => messages);
    if (all.length === 0) return NOTHING_FOR_CUSTOMERS;
    const faults = told.flatMap(({ place: { observed, slot }, messages }) => {
      const open = messages.filter(({ isSaid }) => isSaid === "no");
      return open.length > 0
        ? [
            {
              slot: observed.slot,
              selector: observed.selector,
              evidence: open.map(({ spoken }) => wordsOn(spoken, slot.name, rules)),
            },
          ]
        : [];
    });
    return foundOr(faults, all.some(({ isSaid }) => isSaid === "unknown") ? NOT_ON_THIS_PAGE : CLEAN);
  },
};

function wordsOn({ message: { offer, goal }, segment }: Spoken, name: string, rules: Governed): Said {
  const what = offer === undefined ? undefined : offerLabel(offer, rules);
  const [en, de] =
    what === undefined
      ? [`content with the goal ${goal}`, `Inhalt mit dem Ziel ${goal}`]
      : [`“${what}” (goal: ${goal})`, `„${what}“ (Ziel: ${goal})`];
  if (segment === undefined)
    return said(
      `“${name}” has ${en} for everybody, and this visitor is not a customer.`,
      `„${name}“ hat ${de} für alle, und diese Person ist kein Kunde.`,
    );
  const who = entry(rules.segments, segment)?.name ?? segment;
  return said(
    `“${name}” has ${en} for “${who}”, and no rule of it asks for the stage.`,
    `„${name}“ hat ${de} für „${who}“, und keine Regel dazu fragt nach der Phase.`,
  );
}

const NOTHING_FOR_CUSTOMERS = doesNotApply(
  said(
    "By its goals, no message of this page is for customers alone.",
    "Nach ihren Zielen ist keine Botschaft dieser Seite nur für Kunden.",
  ),
);

const isSeen = ({ outcome, visible }: { readonly outcome: string; readonly visible: boolean }): boolean =>
  outcome === "default" && visible;

function saysStage({ message, segment }: Spoken, rules: Governed): Truth {
  const eligible = message.offer === undefined ? undefined : entry(rules.offers, message.offer)?.eligible;
  return any([
    isKeptByStage(message, rules),
    segment === undefined ? "no" : asksForStage({ segment }, rules),
    eligible ? asksForStage(eligible, rules) : "no",
  ]);
}
