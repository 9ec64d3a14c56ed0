import { useState } from "preact/hooks";
import type { Decision } from "../../../shared/engine/trace.ts";
import { segmentName } from "../../../shared/sentences/names.ts";
import { count, say } from "../../words.ts";
import { ChevronIcon } from "../drawn/icons.tsx";
import { allNeeded } from "../rules/needed.ts";
import type { Reasons } from "../rules/reasons.ts";
import { namesOf } from "../rules/rules.ts";
import type { Seen } from "../seen.ts";
import { useSteps } from "../steps.ts";
import { askable, rankedBelow } from "./anyway.ts";
import { ShowAnyway } from "./anyway-view.tsx";
import { NeededView } from "./needed.tsx";

type Props = { readonly seen: Seen; readonly decision: Decision; readonly reasons: Reasons };

/** Every candidate that was passed over: why, and, once this is unfolded, what would have to be different. */
export function PassedOver({ seen, decision, reasons: { passedOver } }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { claim, rules, preview } = seen;
  // A page that reports again mostly says the same.
  const key = isOpen ? JSON.stringify([decision, rules.full?.version]) : undefined;
  const { made } = useSteps(key, () => allNeeded(decision, claim, rules));
  const names = namesOf(rules);
  const stopped = decision.candidates.filter(({ stoppedBy }) => stoppedBy);
  const below = preview ? rankedBelow(decision, seen) : [];
  if (passedOver.length + below.length === 0) return null;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <ChevronIcon />
        {count("passedOver", passedOver.length + below.length)}
      </summary>
      <ol class="passed-over">
        {passedOver.map((sentence, at) => (
          <li key={sentence}>
            <p dir="auto">{sentence}</p>
            {isOpen && <NeededView needed={made[at]} names={names} />}
            <ShowAnyway seen={seen} asked={askable(decision, stopped[at]?.variation ?? "")} />
          </li>
        ))}
        {below.map((asked) => (
          <li key={asked.variation}>
            <p dir="auto">{say("anywayRanked", { who: segmentName(asked.segment, names) })}</p>
            <ShowAnyway seen={seen} asked={asked} />
          </li>
        ))}
      </ol>
    </details>
  );
}
