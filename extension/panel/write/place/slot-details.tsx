import { useId } from "preact/hooks";
import { say } from "../../../words.ts";
import type { KnownRules } from "../../rules/rules.ts";
import type { WrittenSlot } from "../draft.ts";
import { goalsIn } from "../written.ts";

type Props = {
  readonly slot: WrittenSlot;
  readonly rules: KnownRules;
  readonly onChange: (part: Partial<WrittenSlot>) => void;
};

/** What a library says of every slot besides: begun with what most of its slots say. */
export function SlotDetails({ slot, rules: { manifest }, onChange }: Props) {
  const list = useId();
  const goals = [...new Set([slot.goal, ...goalsIn(manifest)])];
  const moments = [...new Set(Object.values(manifest.slots).map(({ moment }) => moment))];
  return (
    <div class="slot-details">
      <label class="field">
        <span>{say("placeMoment")}</span>
        <input
          type="text"
          dir="auto"
          list={list}
          maxLength={200}
          value={slot.moment}
          onInput={({ currentTarget }) => onChange({ moment: currentTarget.value })}
        />
      </label>
      <datalist id={list}>
        {moments.map((moment) => (
          <option key={moment} value={moment} />
        ))}
      </datalist>
      <label class="field">
        <span>{say("placeGoal")}</span>
        <select value={slot.goal} onChange={({ currentTarget }) => onChange({ goal: currentTarget.value })}>
          {goals.map((goal) => (
            <option key={goal} value={goal}>
              {goal}
            </option>
          ))}
        </select>
      </label>
      <dl>
        <dt>{say("placePage")}</dt>
        <dd>
          <code>{slot.page}</code>
        </dd>
        <dt>{say("placeFoundBy")}</dt>
        <dd>
          <code>{slot.selector}</code>
        </dd>
      </dl>
    </div>
  );
}
