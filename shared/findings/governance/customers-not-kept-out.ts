import type { FindingRule } from "../finding.ts";
import { CLEAN, doesNotApply, foundOr, WITHOUT_FORWHOM } from "../outcome.ts";
import { customerStatus } from "../rules/customer.ts";
import { NOT_ON_THIS_PAGE, placesIn, rulesOf } from "../rules/governed.ts";
import { isKeptByStage, isProspecting, messagesIn } from "../rules/messages.ts";
import { said } from "../said.ts";

/** Messages that look for new customers, which no rule keeps from those who are customers. */
export const customersNotKeptOut: FindingRule = {
  id: "customers-not-kept-out",
  catalogue: ["M3"],
  severity: "moderate",
  confidence: "proven",
  title: said(
    "Nothing keeps customers from being prospected",
    "Nichts schützt Kunden davor, neu geworben zu werden",
  ),
  explanation: said(
    "A suppression on the lifecycle stage or an open deal keeps messages for new customers from those who are customers or about to be.",
    "Eine Sperre nach Lebenszyklus-Phase oder offenem Deal hält Botschaften für Neukunden von denen fern, die Kunden sind oder gerade werden.",
  ),
  likelyGap: said(
    "The customer status is not in the library’s properties, or no suppression uses it for this goal.",
    "Der Kundenstatus fehlt unter den Eigenschaften der Bibliothek, oder keine Sperre nutzt ihn für dieses Ziel.",
  ),
  risk: said(
    "Customers and open deals get prospecting messages. It tells them that you do not know who they are.",
    "Kunden und offene Deals bekommen Botschaften für Neukunden. Es sagt ihnen, dass Sie sie nicht kennen.",
  ),
  fix: said(
    "Add a suppression of class “relationship” on the lifecycle stage or the open deal that blocks this goal.",
    "Ergänzen Sie eine Sperre der Klasse „relationship“ nach Lebenszyklus-Phase oder offenem Deal, die dieses Ziel sperrt.",
  ),
  check: (evidence) => {
    const rules = rulesOf(evidence);
    const { claim } = evidence.observation;
    if (!rules || !claim) return WITHOUT_FORWHOM;
    const told = placesIn(evidence, rules).flatMap((place) =>
      messagesIn(place, rules)
        .filter(({ message }) => isProspecting(message))
        .map(({ message }) => ({ place, goal: message.goal, isKept: isKeptByStage(message, rules) })),
    );
    if (told.length === 0) return NO_PROSPECTING;
    const open = told.filter(({ isKept }) => isKept === "no");
    if (open.length === 0) return told.some(({ isKept }) => isKept === "unknown") ? NOT_ON_THIS_PAGE : CLEAN;
    const goals = [...new Set(open.map(({ goal }) => goal))];
    const places = [...new Set(open.map(({ place }) => place.slot.name))];
    return foundOr([
      {
        evidence: [
          said(
            `No suppression that knows customers or open deals blocks the goal ${listed(goals, "“", "”")}.`,
            `Keine Sperre, die Kunden oder offene Deals kennt, sperrt das Ziel ${listed(goals, "„", "“")}.`,
          ),
          said(`It stands in ${listed(places, "“", "”")}.`, `Es steht in ${listed(places, "„", "“")}.`),
          ...(customerStatus(claim) === "yes"
            ? [said("This visitor is a customer.", "Diese Person ist Kunde.")]
            : []),
        ],
      },
    ]);
  },
};

const NO_PROSPECTING = doesNotApply(
  said(
    "By its goals, no message of this page looks for new customers.",
    "Nach ihren Zielen wirbt keine Botschaft dieser Seite um Neukunden.",
  ),
);

const listed = (names: readonly string[], open: string, close: string): string =>
  names.map((name) => `${open}${name}${close}`).join(", ");
