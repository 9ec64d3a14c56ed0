import { useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../../../words.ts";
import { preview } from "../../act.ts";
import { INPUT } from "../../audiences/groups.ts";
import { Samples } from "../../audiences/samples.tsx";
import { SegmentCare } from "../../audiences/segment-care.tsx";
import { ChevronIcon, PersonIcon } from "../../drawn/icons.tsx";
import { memberInstead } from "../../person/choice.ts";
import { choiceOf } from "../../person/switches.ts";
import { criteriaOf } from "../../rules/criteria.ts";
import { type KnownRules, namesOf } from "../../rules/rules.ts";
import type { Seen } from "../../seen.ts";
import type { At } from "../map-drawing.tsx";
import { cellWords } from "../map-line.tsx";
import { Mark } from "../mark.tsx";
import { mappedIn } from "../shown.ts";
import { Excluded } from "./excluded.tsx";
import { Uses } from "./uses.tsx";

type Props = { readonly seen: Seen; readonly at: At; readonly onBack: () => void };

/** Everything about one segment: why there is one, who is in it and who is left out, whether it is cared for. */
export function SegmentCard({ seen, at, onBack }: Props) {
  const back = useRef<HTMLButtonElement>(null);
  // Before anything is painted: a key that is pressed meanwhile must not be lost.
  useLayoutEffect(() => back.current?.focus(), []);
  const { rules } = seen;
  const rule = mappedIn(rules).segments[at.segment];
  const choice = choiceOf(seen.preview, rules, seen.chosen);
  const library = rules.full?.library;
  const segment = library?.segments[at.segment];
  if (!rule) return null;
  return (
    <div class="stack">
      <button ref={back} type="button" class="quiet back" onClick={onBack}>
        <ChevronIcon />
        {say("backToMap")}
      </button>
      <article class="card segment-card" aria-labelledby="segment-name">
        <div class="segment-title">
          <h2 id="segment-name" dir="auto">
            {rule.name}
          </h2>
          <span class="chip">{say(INPUT[rule.input])}</span>
        </div>
        <ChosenPlace at={at} rules={rules} />
        <button
          type="button"
          class="secondary"
          onClick={() => void preview(seen, memberInstead(choice, at.segment))}
        >
          <PersonIcon />
          {say("seeAsThem")}
        </button>
        <dl>
          <dt>{say("whoIsInIt")}</dt>
          <dd dir="auto">{criteriaOf(rule, namesOf(rules))}</dd>
          <dt>{say("whoIsExcluded")}</dt>
          <dd>
            <Excluded segment={at.segment} rules={rules} />
          </dd>
          {library && segment ? (
            <SegmentCare segment={segment}>
              <Samples id={at.segment} segment={segment} library={library} seen={seen} choice={choice} />
            </SegmentCare>
          ) : (
            <>
              <dt>{say("reportedAs")}</dt>
              <dd dir="auto">{rule.reportAs}</dd>
            </>
          )}
          <dt>{say("whereUsed")}</dt>
          <dd>
            <Uses at={at} seen={seen} />
          </dd>
        </dl>
        {!segment && <p class="aside">{say("cardElsewhere")}</p>}
      </article>
    </div>
  );
}

/** The place in the map from which the card was opened: what is said there, or that nothing is. */
function ChosenPlace({ at, rules }: { at: At; rules: KnownRules }) {
  const slot = at.slot === undefined ? undefined : mappedIn(rules).slots[at.slot];
  if (!slot) return null;
  const variations = slot.variations.filter((one) => one.for === at.segment);
  return (
    <p class="chosen-place">
      <Mark variations={variations.length} />
      <span dir="auto">{cellWords(slot, variations)}</span>
    </p>
  );
}
