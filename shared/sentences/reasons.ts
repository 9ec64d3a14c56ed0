import type { PropertyLeaf } from "../engine/condition.ts";
import type { Evaluation } from "../engine/evaluate.ts";
import { entry } from "../engine/facts.ts";
import { clauses, conditionWords } from "./describe.ts";
import { doubtWords } from "./doubts.ts";
import { eventFound, scoreName } from "./events.ts";
import { isListed, type Names, propertyName, segmentName } from "./names.ts";
import { flag, testWords } from "./operators.ts";
import { settling } from "./settling.ts";
import { type Language, type Speaker, speaker } from "./speaker.ts";
import { kindOf, valueWords } from "./values.ts";

export { doubts } from "./doubts.ts";

/** Why an evaluation answered as it did: the leaves that settled it, in words, with what was found. */
export const reasons = (evaluation: Evaluation, names: Names, language: Language = "en"): string =>
  reasonWords(evaluation, speaker(names, language));

export const reasonWords = (evaluation: Evaluation, speaker: Speaker): string =>
  clauses(
    [...new Set(settling(evaluation).map((leaf) => foundWords(leaf, evaluation.is === "yes", speaker)))],
    speaker,
  );

/** With what the device's log can no longer tell to the moment. */
const foundWords = (leaf: Evaluation, fits: boolean, speaker: Speaker): string =>
  byDayWords(plainlyFound(leaf, fits, speaker), leaf, speaker);

export const byDayWords = (found: string, { byDay }: Pick<Evaluation, "byDay">, { say }: Speaker): string =>
  byDay ? say("counted.byDay", { found }) : found;

/** `fits`: the whole is yes. Below a negation a leaf is no where the whole is yes. */
function plainlyFound(leaf: Evaluation, fits: boolean, speaker: Speaker): string {
  const { condition, is, found } = leaf;
  const isSo = is === "yes";
  if (is !== "unknown" && leaf.because) return hedgeWords(leaf, speaker);
  if ("event" in condition && typeof found === "number") return eventFound(condition, found, isSo, speaker);
  if ("property" in condition) return propertyFound(condition, leaf, fits, speaker);
  if ("membership" in condition) return membershipFound(condition.membership, isSo, speaker);
  if ("score" in condition && typeof found === "number")
    return speaker.say("clause", {
      subject: scoreName(condition, speaker),
      predicate: testWords({ is: found }, speaker),
    });
  return conditionWords(condition, speaker, !isSo);
}

/** A doubt that a rule takes as an answer. */
const hedgeWords = (leaf: Evaluation, speaker: Speaker): string =>
  speaker.say("hedge.found", { doubt: doubtWords([leaf], speaker), counts: flag(leaf.is === "yes") });

function propertyFound(
  { property: id }: PropertyLeaf,
  { found }: Evaluation,
  fits: boolean,
  speaker: Speaker,
): string {
  const { say, list, names } = speaker;
  const property = propertyName(id, speaker);
  // A property that is not listed is not exposed: neither what it is nor that there is none may be told.
  if (!isListed(id, names)) return say("property.fits", { negated: flag(!fits), property });
  if (found === undefined) return say("property.absent", { property });
  if (found === "" || (Array.isArray(found) && found.length === 0))
    return say("property.empty", { property });
  const value = Array.isArray(found)
    ? list(
        found.map((one) => valueWords(one, speaker, id)),
        "and",
      )
    : valueWords(found, speaker, id);
  return say("clause", {
    subject: property,
    predicate: say("test.is", { negated: "no", kind: kindOf(found), value }),
  });
}

function membershipFound(id: string, isSo: boolean, speaker: Speaker): string {
  const { names, say } = speaker;
  const behind = entry(names.memberships ?? {}, id);
  if (behind) return conditionWords(behind, speaker, !isSo);
  const segment = id.replace(/~\d+$/, "");
  return say("membership.private", {
    negated: flag(!isSo),
    hasSegment: flag(Object.hasOwn(names.segments, segment)),
    segment: segmentName(segment, names),
  });
}
