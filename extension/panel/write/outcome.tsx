import type { ShownDraft } from "../../../shared/protocol/draft/draft.ts";
import { say } from "../../words.ts";
import { SlotDrawing } from "../drawn/slot-drawing.tsx";
import { reasonsFor } from "../rules/reasons.ts";
import { type KnownRules, namesOf } from "../rules/rules.ts";

type Props = {
  readonly shown: ShownDraft;
  readonly slot: string | undefined;
  readonly rules: KnownRules;
};

/** What this person sees there now, and why: whom a variation is for does not yet mean that it is shown. */
export function Outcome({ shown, slot, rules }: Props) {
  const decision = shown.claim?.decisions.find((one) => one.slot === slot);
  if (!decision) return <p class="aside">{say("placeNotDecided")}</p>;
  const { headline, why, passedOver } = reasonsFor(decision, namesOf(rules));
  const stopped = decision.outcome === "variation" ? [] : passedOver;
  return (
    <div class="outcome">
      <SlotDrawing outcome={decision.outcome} />
      <div>
        <p class="headline" dir="auto">
          {headline}
        </p>
        {[...why, ...stopped].map((sentence) => (
          <p class="why" key={sentence} dir="auto">
            {sentence}
          </p>
        ))}
      </div>
    </div>
  );
}
