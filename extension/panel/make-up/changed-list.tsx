import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Gate } from "../../../shared/consent/gates.ts";
import { entry } from "../../../shared/engine/facts.ts";
import type { Changes } from "../../../shared/protocol/choice.ts";
import { worded } from "../../../shared/sentences/names.ts";
import { say } from "../../words.ts";
import { GATE_NAME } from "../drawn/gate-drawing.tsx";
import { CloseIcon } from "../drawn/icons.tsx";
import { askables } from "../person/askable.ts";
import { eventWords } from "../person/called.ts";
import type { KnownRules } from "../rules/rules.ts";
import { DidControl } from "./did-control.tsx";
import { GateControl } from "./gate-control.tsx";
import { MomentControl } from "./moment-control.tsx";
import { type Part, partsIn, split, takenBack } from "./parts.ts";
import { ValueControl } from "./value-control.tsx";

type Props = {
  readonly rules: KnownRules;
  readonly changes: Changes;
  /** Chosen to be changed, the value perhaps still to come. */
  readonly added: readonly Part[];
  readonly onChange: (changes: Changes) => void;
  readonly onTakeBack: (part: Part, changes: Changes) => void;
};

/** All that is changed about the visitor, each with its control and a way back. */
export function ChangedList({ rules, changes, added, onChange, onTakeBack }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<Part | undefined>(undefined);
  useEffect(() => {
    wanted.current = added.at(-1);
  }, [added]);
  // Whoever has just chosen what to change goes on with its value, as soon as it is there.
  useEffect(() => {
    const row = wanted.current && list.current?.querySelector(`[data-part="${wanted.current}"]`);
    if (!row) return;
    wanted.current = undefined;
    row.querySelector<HTMLElement>("select, input")?.focus();
  });
  const rows = listed(changes, added);
  if (rows.length === 0) return null;
  return (
    <ul class="changed" ref={list}>
      {rows.map((part) => {
        const name = nameOf(part, rules, changes);
        return (
          <li key={part} class="change" data-part={part}>
            <span class="change-name" dir="auto">
              {name}
            </span>
            <button
              type="button"
              class="quiet take-back"
              aria-label={say("takeBack", { what: name })}
              onClick={() => onTakeBack(part, takenBack(changes, part))}
            >
              <CloseIcon />
            </button>
            <Control part={part} rules={rules} changes={changes} onChange={onChange} name={name} />
          </li>
        );
      })}
    </ul>
  );
}

/** What waits for its value stands where it will stand once it has one, so that the focus stays in it. */
function listed(changes: Changes, added: readonly Part[]): readonly Part[] {
  const made = partsIn(changes);
  const waiting = added.filter((part) => !made.includes(part) && split(part)[0] !== "event");
  const order = ["now", "gate", "property", "didNothing", "event"];
  const rank = (part: Part) => order.indexOf(split(part)[0]);
  return [...made, ...waiting].toSorted((one, other) => rank(one) - rank(other));
}

function nameOf(part: Part, rules: KnownRules, { events = [] }: Changes): string {
  const [kind, id = ""] = split(part);
  if (kind === "now") return say("moment");
  if (kind === "didNothing") return say("didNothing");
  if (kind === "gate") return `${say("consent")}: ${say(GATE_NAME[id as Gate])}`;
  if (kind === "event") return eventWords(events[Number(id)]?.event ?? "");
  return askables(rules).find((one) => one.id === id)?.label ?? worded(id);
}

type ControlProps = Pick<Props, "rules" | "changes" | "onChange"> & {
  readonly part: Part;
  readonly name: string;
};

function Control({ part, rules, changes, onChange, name }: ControlProps): ComponentChildren {
  const [kind, id = ""] = split(part);
  if (kind === "now")
    return (
      <MomentControl
        name={name}
        now={changes.now}
        manifest={rules.manifest}
        onSay={(now) => onChange({ ...changes, now })}
      />
    );
  if (kind === "gate")
    return (
      <GateControl
        name={name}
        state={changes.gates?.[id as Gate]}
        onSay={(state) => onChange({ ...changes, gates: { ...changes.gates, [id]: state } })}
      />
    );
  if (kind === "event") {
    const at = Number(id);
    const did = changes.events?.[at];
    return (
      did && (
        <DidControl
          did={did}
          rules={rules}
          onSay={(next) => onChange({ ...changes, events: changes.events?.with(at, next) })}
        />
      )
    );
  }
  const property = kind === "property" && askables(rules).find((one) => one.id === id);
  return (
    property && (
      <ValueControl
        property={property}
        said={entry(changes.properties ?? {}, id)}
        onSay={(said) => onChange({ ...changes, properties: { ...changes.properties, [id]: said } })}
      />
    )
  );
}
