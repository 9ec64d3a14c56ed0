import { defaultGoal, goalOf, messageIn } from "../../engine/decide.ts";
import { entry } from "../../engine/facts.ts";
import { type Message, suppressionOf } from "../../engine/suppress.ts";
import type { FindingRule } from "../finding.ts";
import { foundInSlots } from "../outcome.ts";
import { type Said, said } from "../said.ts";
import { type Shown, slotsShown } from "../shown.ts";

/** Somebody whose relationship forbids a message sees it, be it the page's own content. */
export const customerSeesAcquisition: FindingRule = {
  id: "customer-sees-acquisition",
  catalogue: ["E02", "E03"],
  severity: "serious",
  confidence: "proven",
  title: said(
    "A message that this visitor must not see",
    "Eine Botschaft, die diese Person nicht sehen darf",
  ),
  explanation: said(
    "Suppressions say which messages are not for whom: customers are not prospected, open deals are left to their owner.",
    "Sperren sagen, welche Botschaften für wen nicht sind: Kunden werden nicht neu geworben, offene Deals gehören ihrem Betreuer.",
  ),
  likelyGap: said(
    "The content stands outside the slot’s rules, was put back by another script, or its goal is declared wrongly.",
    "Der Inhalt steht außerhalb der Regeln des Platzes, ein anderes Skript hat ihn zurückgesetzt, oder sein Ziel ist falsch angegeben.",
  ),
  risk: said(
    "A customer is prospected, or a deal that somebody owns is disturbed. It tells them that you do not know who they are.",
    "Ein Kunde wird neu geworben, oder ein laufender Deal wird gestört. Es sagt ihnen, dass Sie sie nicht kennen.",
  ),
  fix: said(
    "Let the slot decide this content, and give it the goal or the offer that it really has, so that the suppression can see it. Check that the slot has neutral content.",
    "Lassen Sie den Platz diesen Inhalt entscheiden, und geben Sie ihm sein wirkliches Ziel oder Angebot, damit die Sperre ihn sieht. Prüfen Sie, ob der Platz einen neutralen Inhalt hat.",
  ),
  check: (evidence) =>
    foundInSlots(
      slotsShown(evidence).flatMap((shown) => {
        const broken = brokenSuppression(shown);
        if (!broken) return [];
        const { observed, name, variation } = shown;
        const asked = askedFor(shown);
        const what = variation
          ? said("a variation", "eine Variante")
          : said("the page’s own content", "den eigenen Inhalt der Seite");
        return [
          {
            slot: observed.slot,
            selector: observed.selector,
            evidence: [
              said(
                `This visitor is known: “${broken.name}”. ${broken.reason}.`,
                `Über diese Person ist bekannt: „${broken.name}“. ${broken.reason}.`,
              ),
              said(
                `“${name}” still shows ${what.en}, ${asked.en}.`,
                `„${name}“ zeigt trotzdem ${what.de}, ${asked.de}.`,
              ),
            ],
          },
        ];
      }),
      evidence,
    ),
};

function brokenSuppression({ claim: { manifest, facts }, observed, slot, variation }: Shown) {
  // While personalization is stopped every slot shows the page's own content, and that is meant.
  const isStopped = manifest.stop || facts.stopped || slot.paused;
  const message = messageOf({ observed, slot, variation, rules: manifest });
  if (isStopped || !message || !observed.visible) return undefined;
  const relationships = Object.entries(manifest.suppressions).filter(
    ([, rule]) => rule.class === "relationship",
  );
  const rules = { ...manifest, suppressions: Object.fromEntries(relationships) };
  const stop = suppressionOf(message, rules, facts, true);
  return stop?.by === "suppression" ? entry(manifest.suppressions, stop.suppression) : undefined;
}

type Place = Pick<Shown, "observed" | "slot" | "variation"> & { readonly rules: Shown["claim"]["manifest"] };

function messageOf({ observed, slot, variation, rules }: Place): Message | undefined {
  if (variation) {
    const offer = "offer" in variation.content ? variation.content.offer : undefined;
    return messageIn(observed.slot, slot, rules, goalOf(variation, slot, rules), offer, variation.tags);
  }
  return observed.outcome === "default"
    ? messageIn(observed.slot, slot, rules, defaultGoal(slot, rules), slot.default.offer)
    : undefined;
}

function askedFor({ claim: { manifest }, observed, slot, variation }: Shown): Said {
  const message = messageOf({ observed, slot, variation, rules: manifest });
  const offer = message?.offer === undefined ? undefined : entry(manifest.offers, message.offer);
  return offer
    ? said(
        `which offers “${offer.label}” (goal: ${offer.goal})`,
        `mit dem Angebot „${offer.label}“ (Ziel: ${offer.goal})`,
      )
    : said(`whose goal is ${message?.goal ?? "unknown"}`, `mit dem Ziel ${message?.goal ?? "unbekannt"}`);
}
