import type { Ref } from "preact";
import { entry } from "../../../../shared/engine/facts.ts";
import { listed, say } from "../../../words.ts";
import type { KnownRules } from "../../rules/rules.ts";
import type { WrittenSlot } from "../draft.ts";

type Props = {
  readonly slot: WrittenSlot;
  readonly rules: KnownRules;
  /** Who has content in it already. */
  readonly has: readonly string[];
  readonly field: Ref<HTMLInputElement>;
  readonly onName: (name: string) => void;
};

/** What a place is called: by whoever points at it, or by the library that has it already. */
export const PlaceTitle = ({ slot, rules, has, field, onName }: Props) =>
  slot.slot === undefined ? (
    <label class="field">
      <span>{say("placeName")}</span>
      <input
        ref={field}
        type="text"
        dir="auto"
        maxLength={200}
        value={slot.name}
        onInput={({ currentTarget }) => onName(currentTarget.value)}
      />
    </label>
  ) : (
    <div class="known-place">
      <h3 dir="auto">{slot.name}</h3>
      <p class="aside">{say("placeKnown")}</p>
      {has.length > 0 && (
        <p class="aside">
          {say("placeHas", {
            segments: listed(has.map((id) => entry(rules.manifest.segments, id)?.name ?? id)),
          })}
        </p>
      )}
    </div>
  );
