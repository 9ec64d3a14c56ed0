import type { Candidate, Decision, Stop } from "../engine/trace.ts";
import { type Names, offerName, segmentName } from "./names.ts";
import { reasonWords } from "./reasons.ts";
import { type Language, type Speaker, speaker } from "./speaker.ts";
import { isDoubt, stopWords } from "./stops.ts";

export { describe } from "./describe.ts";
export type { Names } from "./names.ts";
export { LANGUAGES, type Language } from "./speaker.ts";

/** A decision in a marketer's words: what is shown, and why, and what was passed over. */
export type Explanation = { readonly headline: string; readonly sentences: readonly string[] };

export function explain(decision: Decision, names: Names, language: Language = "en"): Explanation {
  const by = speaker(names, language);
  const passedOver = decision.candidates.flatMap((candidate) =>
    candidate.stoppedBy ? [stoppedSentence(candidate, candidate.stoppedBy, by)] : [],
  );
  return { headline: headline(decision, by), sentences: [...ownSentences(decision, by), ...passedOver] };
}

function headline({ outcome, shown }: Decision, by: Speaker): string {
  if (outcome === "variation" && shown)
    return by.say("headline.variation", { content: contentName(shown, by) });
  return by.say(outcome === "neutral" ? "headline.neutral" : "headline.default", {});
}

function ownSentences(decision: Decision, by: Speaker): readonly string[] {
  if (decision.shown?.targeting) return [sentence(reasonWords(decision.shown.targeting, by), by)];
  if (decision.stoppedBy) return [sentence(stopWords(decision.stoppedBy, by), by)];
  if (decision.defaultStoppedBy)
    return [by.say("defaultHidden", { why: stopWords(decision.defaultStoppedBy, by) })];
  return decision.candidates.length === 0 ? [by.say("nothingPlanned", {})] : [];
}

const stoppedSentence = (candidate: Candidate, stop: Stop, by: Speaker): string =>
  by.say(isDoubt(stop) ? "heldBack" : "passedOver", {
    content: contentName(candidate, by),
    why: stopWords(stop, by),
  });

function contentName({ segment: id, offer }: Candidate, { names, say }: Speaker): string {
  const segment = segmentName(id, names);
  return offer === undefined
    ? say("content.segment", { segment })
    : say("content.offer", { offer: offerName(offer, names), segment });
}

const sentence = (text: string, { say, begin }: Speaker) => say("sentence", { text: begin(text) });
