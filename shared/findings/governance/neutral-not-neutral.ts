import { defaultGoal, messageIn } from "../../engine/decide.ts";
import { entry } from "../../engine/facts.ts";
import { blocks } from "../../engine/suppress.ts";
import type { Inspection } from "../../protocol/inspection.ts";
import type { Evidence, FindingRule } from "../finding.ts";
import { foundOr, WITHOUT_FORWHOM } from "../outcome.ts";
import { type Place, placesIn } from "../rules/governed.ts";
import { type Said, said } from "../said.ts";
import { NO_SLOT } from "./generic-content.ts";

/** Where a slot's own content is suppressed nothing usable takes its place. */
export const neutralNotNeutral: FindingRule = {
  id: "neutral-not-neutral",
  catalogue: ["E21"],
  severity: "moderate",
  confidence: "proven",
  title: said(
    "Nothing to show when the default may not be",
    "Nichts zu zeigen, wenn der Standard nicht darf",
  ),
  explanation: said(
    "Whoever must not see a slot’s own content sees its neutral content. That has to be there, and must not be what they are to be spared.",
    "Wer den eigenen Inhalt eines Platzes nicht sehen darf, sieht den neutralen. Den muss es geben, und er darf nicht das sein, was erspart bleiben soll.",
  ),
  likelyGap: said(
    "A suppression was added later, and nobody looked at the neutral content again.",
    "Eine Sperre kam später dazu, und niemand hat den neutralen Inhalt noch einmal angesehen.",
  ),
  risk: said(
    "The visitor sees an empty place, or the very message that the suppression was made against.",
    "Wer hier ist, sieht eine leere Stelle oder genau die Botschaft, gegen die es die Sperre gibt.",
  ),
  fix: said(
    "Give the slot neutral content that asks for nothing: a text, or an offer with another goal.",
    "Geben Sie dem Platz einen neutralen Inhalt, der nichts verlangt: einen Text oder ein Angebot mit anderem Ziel.",
  ),
  check: (evidence) => {
    const { claim } = evidence.observation;
    if (!claim) return WITHOUT_FORWHOM;
    const places = placesIn(evidence, claim.manifest);
    if (places.length === 0) return NO_SLOT;
    return foundOr(
      places.flatMap((place) => {
        const { observed } = place;
        const sentences = [...alsoBlocked(place, claim), ...emptyIn(place, evidence)];
        return sentences.length > 0
          ? [{ slot: observed.slot, selector: observed.selector, evidence: sentences }]
          : [];
      }),
    );
  },
};

function alsoBlocked({ observed, slot }: Place, { manifest }: Inspection): readonly Said[] {
  const id = "offer" in slot.neutral ? slot.neutral.offer : undefined;
  const offer = id === undefined ? undefined : entry(manifest.offers, id);
  if (id === undefined || !offer) return [];
  const own = messageIn(observed.slot, slot, manifest, defaultGoal(slot, manifest), slot.default.offer);
  // The slot itself is blocked for both: what counts is what the neutral content asks for.
  const neutral = { slot: "", goal: offer.goal, offer: id, tags: offer.tags ?? [] };
  return Object.values(manifest.suppressions)
    .filter((rule) => blocks(rule, own) && blocks(rule, neutral))
    .map(({ name }) =>
      said(
        `The suppression “${name}” takes away the page’s own content of “${slot.name}”, and forbids the offer “${offer.label}” that is to take its place.`,
        `Die Sperre „${name}“ nimmt „${slot.name}“ den eigenen Inhalt und verbietet auch das Angebot „${offer.label}“, das ihn ersetzen soll.`,
      ),
    );
}

/** A text or an offer that is seen has words; a picture need not have any. */
function emptyIn({ observed, slot }: Place, { observation: { slots } }: Evidence): readonly Said[] {
  const hasWords = "text" in slot.neutral || "offer" in slot.neutral;
  const isEmpty = slots.some(
    (one) => one.slot === observed.slot && one.outcome === "neutral" && one.visible && one.text.trim() === "",
  );
  return hasWords && isEmpty
    ? [
        said(
          `“${slot.name}” is to show its neutral content, and there is nothing to read.`,
          `„${slot.name}“ soll den neutralen Inhalt zeigen, und es ist nichts zu lesen.`,
        ),
      ]
    : [];
}
