import type { Candidate, Decision, Stop } from "../engine/trace.ts";
import { day, times } from "./describe.ts";
import { type Names, offerName, segmentName, worded } from "./names.ts";
import { doubts, reasons } from "./reasons.ts";

export { describe } from "./describe.ts";
export type { Names } from "./names.ts";

/** A decision in a marketer's words: what is shown, and why, and what was passed over. */
export type Explanation = { readonly headline: string; readonly sentences: readonly string[] };

export function explain(decision: Decision, names: Names): Explanation {
  const passedOver = decision.candidates.flatMap((candidate) =>
    candidate.stoppedBy ? [stoppedSentence(candidate, candidate.stoppedBy, names)] : [],
  );
  return {
    headline: headline(decision, names),
    sentences: [...ownSentences(decision, names), ...passedOver],
  };
}

function headline({ outcome, shown }: Decision, names: Names): string {
  if (outcome === "variation" && shown) return `Shows ${contentName(shown, names)}`;
  return outcome === "neutral" ? "Shows the neutral content" : "Shows the page’s own content";
}

function ownSentences(decision: Decision, names: Names): readonly string[] {
  if (decision.shown?.targeting) return [sentence(reasons(decision.shown.targeting, names))];
  if (decision.stoppedBy) return [sentence(stopWords(decision.stoppedBy, names))];
  if (decision.defaultStoppedBy)
    return [`The page’s own content is hidden: ${stopWords(decision.defaultStoppedBy, names)}.`];
  return decision.candidates.length === 0 ? ["Nothing else is planned for this slot."] : [];
}

const stoppedSentence = (candidate: Candidate, stop: Stop, names: Names): string =>
  isDoubt(stop)
    ? `Held back ${contentName(candidate, names)}: ${stopWords(stop, names)}.`
    : `Passed over ${contentName(candidate, names)}: ${stopWords(stop, names)}.`;

const isDoubt = (stop: Stop) => "evaluation" in stop && stop.evaluation.is === "unknown";

/** What stopped something, without a capital and without a full stop. */
export function stopWords(stop: Stop, names: Names): string {
  switch (stop.by) {
    case "stop":
      return "personalization is switched off for the whole site";
    case "paused":
      return "this slot is paused";
    case "objection":
      return "this person objected to personalization";
    case "content":
      return "its content is not on this page";
    case "holdout":
      return "this visitor is kept on the page’s own content so that the effect can be measured";
    case "suppression": {
      const { name, reason } = names.suppressions[stop.suppression] ?? {
        name: "",
        reason: worded(stop.suppression),
      };
      return stop.evaluation.is === "unknown"
        ? `it cannot be told whether “${name}” is true (${doubts(stop.evaluation, names)}), and ${lowered(reason)}`
        : lowered(reason);
    }
    case "cap":
      return `“${offerName(stop.offer, names)}” was already shown ${times(stop.shown)}`;
    case "eligibility":
      return stop.evaluation.is === "unknown"
        ? `it cannot be told who may get “${offerName(stop.offer, names)}” (${doubts(stop.evaluation, names)})`
        : `not eligible for “${offerName(stop.offer, names)}”: ${reasons(stop.evaluation, names)}`;
    case "not yet":
      return `“${offerName(stop.offer, names)}” starts on ${day(stop.on)}`;
    case "over":
      return `“${offerName(stop.offer, names)}” ended on ${day(stop.on)}`;
    case "blackout":
      return `“${offerName(stop.offer, names)}” rests until ${day(stop.on)}`;
    case "dismissed":
      return `“${offerName(stop.offer, names)}” was dismissed`;
    case "converted":
      return `“${offerName(stop.offer, names)}” was already taken`;
    case "excluded":
      return `“${offerName(stop.offer, names)}” is not made beside “${offerName(stop.beside, names)}”`;
    case "targeting":
      return stop.evaluation.is === "unknown"
        ? `could not tell about ${doubts(stop.evaluation, names)}`
        : reasons(stop.evaluation, names);
  }
}

const contentName = ({ segment, offer }: Candidate, names: Names) =>
  offer === undefined
    ? `the content for “${segmentName(segment, names)}”`
    : `“${offerName(offer, names)}” for “${segmentName(segment, names)}”`;

/** Lower-case at the beginning, unless the first word is an abbreviation. */
const lowered = (text: string) => {
  const bare = text.replace(/\.$/, "");
  return /^[A-Z](?![A-Z])/.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
};

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
