import { useId } from "preact/hooks";
import type { Did } from "../../../shared/protocol/choice.ts";
import { worded } from "../../../shared/sentences/names.ts";
import { say } from "../../words.ts";
import { doables } from "../person/askable.ts";
import { AGO_UNITS, type AgoUnit, agoOf } from "../person/called.ts";
import type { KnownRules } from "../rules/rules.ts";
import { Field } from "./field.tsx";

type Props = { readonly did: Did; readonly rules: KnownRules; readonly onSay: (did: Did) => void };

/** What the visitor did, how often, and how long ago. */
export function DidControl({ did, rules, onSay }: Props) {
  const id = useId();
  const { event, fields = {}, times, ago } = did;
  const asked = doables(rules).find((one) => one.event === event)?.fields ?? [];
  const { count, unit } = agoOf(ago);
  const sayField = (field: string, value: string) => {
    const said = Object.entries({ ...fields, [field]: value }).filter(([, one]) => one !== "");
    onSay({ ...did, fields: said.length > 0 ? Object.fromEntries(said) : undefined });
  };
  return (
    <div class="did">
      {asked.map(({ field, values }) => (
        <div key={field} class="did-field">
          <label for={`${id}-${field}`} dir="auto">
            {worded(field)}
          </label>
          <Field
            type="text"
            id={`${id}-${field}`}
            list={`${id}-${field}-values`}
            value={String(fields[field] ?? "")}
            onSay={({ value }) => sayField(field, value.trim())}
          />
          <datalist id={`${id}-${field}-values`}>
            {values.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </div>
      ))}
      <div class="did-field">
        <label for={`${id} times`}>{say("timesLabel")}</label>
        <Field
          type="number"
          id={`${id} times`}
          min={1}
          max={200}
          value={String(times)}
          onSay={({ valueAsNumber }) =>
            valueAsNumber >= 1 && onSay({ ...did, times: Math.min(200, Math.round(valueAsNumber)) })
          }
        />
      </div>
      <fieldset class="did-field">
        <legend>{say("agoLabel")}</legend>
        <span class="ago">
          <Field
            type="number"
            name={say("agoLabel")}
            min={0}
            max={9999}
            value={String(count)}
            onSay={({ valueAsNumber }) =>
              valueAsNumber >= 0 &&
              onSay({ ...did, ago: `${Math.min(9999, Math.round(valueAsNumber))}${unit}` })
            }
          />
          <select
            aria-label={say("agoUnit")}
            value={unit}
            onChange={({ currentTarget: { value } }) => onSay({ ...did, ago: `${count}${value}` })}
          >
            {(Object.keys(AGO_UNITS) as AgoUnit[]).map((one) => (
              <option key={one} value={one}>
                {say(AGO_UNITS[one].word)}
              </option>
            ))}
          </select>
        </span>
      </fieldset>
    </div>
  );
}
