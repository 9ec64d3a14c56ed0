import { useState } from "preact/hooks";
import type { Names } from "../../../shared/sentences/names.ts";
import { count, say } from "../../words.ts";
import { preview } from "../act.ts";
import { CheckIcon, ChevronIcon } from "../drawn/icons.tsx";
import { type Choice, memberInstead } from "../person/choice.ts";
import { criteriaOf } from "../rules/criteria.ts";
import type { Seen } from "../seen.ts";
import type { ListedSegment } from "./groups.ts";
import { moveBetween } from "./move-between.ts";
import { Samples } from "./samples.tsx";
import { SegmentCare } from "./segment-care.tsx";

type Props = {
  readonly segment: ListedSegment;
  readonly seen: Seen;
  readonly choice: Choice;
  readonly names: Names;
};

/** One audience: choosing it previews at once; its criteria unfold beside. */
export function SegmentRow({ segment, seen, choice, names }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { id, name, slotsHere } = segment;
  const isChosen = choice.segment === id;
  const library = seen.rules.full?.library;
  const full = library?.segments[id];
  return (
    <li class={isChosen ? "row is-chosen" : "row"}>
      <button
        type="button"
        class="choose"
        aria-pressed={isChosen}
        onKeyDown={moveBetween}
        onClick={() => void preview(seen, memberInstead(choice, id))}
      >
        <span class="chosen-mark">{isChosen && <CheckIcon />}</span>
        <span class="choose-name" dir="auto">
          {name}
        </span>
        {slotsHere > 0 && <span class="aside">{count("slotsHere", slotsHere)}</span>}
      </button>
      <button
        type="button"
        class="unfold"
        aria-expanded={isOpen}
        aria-label={say("aboutAudience", { audience: name })}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronIcon />
      </button>
      {isOpen && (
        <div class="about">
          <dl>
            <dt>{say("whoIsInIt")}</dt>
            <dd dir="auto">{criteriaOf(full ?? segment, names)}</dd>
            {library && full && (
              <SegmentCare segment={full}>
                <Samples id={id} segment={full} library={library} seen={seen} choice={choice} />
              </SegmentCare>
            )}
          </dl>
          {!full && (
            <p class="aside">
              {say("careElsewhere")} {say("samplesElsewhere")}
            </p>
          )}
        </div>
      )}
    </li>
  );
}
