import type { Ref } from "preact";
import { GATES } from "../../../shared/consent/gates.ts";
import { INPUTS } from "../../../shared/library/vocabulary.ts";
import type { Changes } from "../../../shared/protocol/choice.ts";
import { say } from "../../words.ts";
import { INPUT } from "../audiences/groups.ts";
import { GATE_NAME } from "../drawn/gate-drawing.tsx";
import { askables, doables } from "../person/askable.ts";
import { eventWords } from "../person/called.ts";
import type { KnownRules } from "../rules/rules.ts";
import type { Part } from "./parts.ts";

type Props = {
  readonly field: Ref<HTMLSelectElement>;
  readonly rules: KnownRules;
  readonly changes: Changes;
  /** What is in the list already. */
  readonly without: readonly Part[];
  /** With what is changed then, where adding is all there is to say. */
  readonly onAdd: (part: Part, changes?: Changes) => void;
};

const EVENT = "did:";

/** Everything that can be changed about a visitor, to choose from. */
export function AddChange({ field, rules, changes, without, onAdd }: Props) {
  const properties = askables(rules).filter(({ id }) => !without.includes(`property:${id}`));
  const add = (chosen: string) => {
    if (chosen.startsWith(EVENT)) {
      const { events = [] } = changes;
      const did = { event: chosen.slice(EVENT.length), times: 1, ago: "1d" };
      return onAdd(`event:${events.length}`, { ...changes, events: [...events, did] });
    }
    if (chosen === "didNothing") return onAdd("didNothing", { ...changes, didNothing: true });
    onAdd(chosen as Part);
  };
  const one = (part: Part, name: string) =>
    !without.includes(part) && (
      <option key={part} value={part}>
        {name}
      </option>
    );
  return (
    <select
      ref={field}
      class="add-change"
      aria-label={say("addChange")}
      value=""
      onChange={({ currentTarget }) => {
        const { value } = currentTarget;
        currentTarget.value = "";
        if (value !== "") add(value);
      }}
    >
      <option value="">{say("addChange")}</option>
      <optgroup label={say("timeAndHistory")}>
        {one("now", say("moment"))}
        {doables(rules).map(({ event }) => (
          <option key={event} value={EVENT + event}>
            {eventWords(event)}
          </option>
        ))}
        {one("didNothing", say("didNothing"))}
      </optgroup>
      <optgroup label={say("consent")}>
        {GATES.map((gate) => one(`gate:${gate}`, say(GATE_NAME[gate])))}
      </optgroup>
      {INPUTS.map((input) => {
        const asked = properties.filter((property) => property.input === input);
        return (
          asked.length > 0 && (
            <optgroup key={input} label={say(INPUT[input])}>
              {asked.map(({ id, label }) => one(`property:${id}`, label))}
            </optgroup>
          )
        );
      })}
    </select>
  );
}
