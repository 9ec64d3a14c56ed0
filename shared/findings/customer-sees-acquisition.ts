import { defaultGoal, goalOf, messageIn } from "../engine/decide.ts";
import { entry } from "../engine/facts.ts";
import { type Message, suppressionOf } from "../engine/suppress.ts";
import type { FindingRule } from "./finding.ts";
import { type Shown, slotsShown } from "./shown.ts";

/** E02 and E03: somebody whose relationship forbids a message sees it, be it the page's own content. */
export const customerSeesAcquisition: FindingRule = {
  id: "customer-sees-acquisition",
  severity: "serious",
  confidence: "proven",
  title: "A message that this visitor must not see",
  likelyGap:
    "The content stands outside the slot’s rules, was put back by another script, or its goal is declared wrongly.",
  risk: "A customer is prospected, or a deal that somebody owns is disturbed. It tells them that you do not know who they are.",
  fix: "Let the slot decide this content, and give it the goal or the offer that it really has, so that the suppression can see it. Check that the slot has neutral content.",
  check: (evidence) =>
    slotsShown(evidence).flatMap((shown) => {
      const broken = brokenSuppression(shown);
      if (!broken) return [];
      const { observed, name, variation } = shown;
      const what = variation ? "a variation" : "the page’s own content";
      return [
        {
          slot: observed.slot,
          selector: observed.selector,
          evidence: [
            `This visitor is known: “${broken.name}”. ${broken.reason}.`,
            `“${name}” still shows ${what}, ${askedFor(shown)}.`,
          ],
        },
      ];
    }),
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

function askedFor({ claim: { manifest }, observed, slot, variation }: Shown): string {
  const message = messageOf({ observed, slot, variation, rules: manifest });
  const offer = message?.offer === undefined ? undefined : entry(manifest.offers, message.offer);
  return offer
    ? `which offers “${offer.label}” (goal: ${offer.goal})`
    : `whose goal is ${message?.goal ?? "unknown"}`;
}
