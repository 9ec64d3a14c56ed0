import type { Evaluation } from "../engine/evaluate.ts";
import { entry } from "../engine/facts.ts";
import type { Stop } from "../engine/trace.ts";
import { countOfDoubts, doubtWords } from "./doubts.ts";
import { offerName, worded } from "./names.ts";
import { byDayWords, reasonWords } from "./reasons.ts";
import { settling } from "./settling.ts";
import type { Speaker } from "./speaker.ts";

export const isDoubt = (stop: Stop): boolean => "evaluation" in stop && stop.evaluation.is === "unknown";

/** What stopped something, as a clause: without a capital and without a full stop. */
export function stopWords(stop: Stop, speaker: Speaker): string {
  const { say, day, names } = speaker;
  const doubts = (evaluation: Evaluation) => doubtWords(settling(evaluation), speaker);
  const offer = "offer" in stop ? offerName(stop.offer, names) : "";
  switch (stop.by) {
    case "stop":
    case "paused":
    case "objection":
    case "content":
    case "unapproved":
    case "contested":
    case "holdout":
      return say(`stop.${stop.by}`, {});
    case "suppression": {
      const { name, reason } = suppressionWords(stop.suppression, speaker);
      return isDoubt(stop)
        ? say("stop.suppression.doubt", { suppression: name, doubts: doubts(stop.evaluation), reason })
        : say("stop.suppression", { reason });
    }
    case "cap":
      return byDayWords(say("stop.cap", { offer, count: stop.shown }), stop, speaker);
    case "eligibility":
      return isDoubt(stop)
        ? say("stop.eligibility.doubt", { offer, doubts: doubts(stop.evaluation) })
        : say("stop.eligibility", { offer, why: reasonWords(stop.evaluation, speaker) });
    case "not yet":
    case "over":
    case "blackout":
      return say(`stop.${stop.by}`, { offer, day: day(stop.on) });
    case "dismissed":
    case "converted":
      return say(`stop.${stop.by}`, { offer, day: day(stop.at) });
    case "excluded":
      return say("stop.excluded", { offer, beside: offerName(stop.beside, names) });
    case "targeting":
      return isDoubt(stop)
        ? say("stop.targeting.doubt", {
            count: countOfDoubts(stop.evaluation, speaker),
            doubts: doubts(stop.evaluation),
          })
        : say("stop.targeting", { why: reasonWords(stop.evaluation, speaker) });
  }
}

function suppressionWords(id: string, { names, say, within }: Speaker) {
  const known = entry(names.suppressions, id);
  const name = known?.name ?? worded(id);
  return {
    name,
    reason: known ? within(known.reason) : say("stop.suppression.unnamed", { suppression: name }),
  };
}
