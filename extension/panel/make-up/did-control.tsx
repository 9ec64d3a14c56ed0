import type { Did } from "../../../shared/protocol/choice.ts";
import { worded } from "../../../shared/sentences/names.ts";
import { say } from "../../words.ts";
import { doables } from "../rules/askable.ts";
import { AGO_UNITS, type AgoUnit, agoOf } from "../rules/called.ts";
import type { KnownRules } from "../rules/rules.ts";

type Props = { readonly did: Did; readonly rules: KnownRules; readonly onSay: (did: Did) => void };

/** What the visitor did, how often, and how long ago. */
export function DidControl({ did, rules, onSay }: Props) {
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
        <label key={field} class="did-field">
          <span dir="auto">{worded(field)}</span>
          <input
            type="text"
            maxLength={200}
            list={`did-${event}-${field}`}
            value={String(fields[field] ?? "")}
            onChange={({ currentTarget: { value } }) => sayField(field, value.trim())}
          />
          <datalist id={`did-${event}-${field}`}>
            {values.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </label>
      ))}
      <label class="did-field">
        <span>{say("timesLabel")}</span>
        <input
          type="number"
          min={1}
          max={200}
          value={times}
          onChange={({ currentTarget: { valueAsNumber } }) =>
            valueAsNumber >= 1 && onSay({ ...did, times: Math.min(200, Math.round(valueAsNumber)) })
          }
        />
      </label>
      <fieldset class="did-field">
        <legend>{say("agoLabel")}</legend>
        <span class="ago">
          <input
            type="number"
            aria-label={say("agoLabel")}
            min={0}
            max={9999}
            value={count}
            onChange={({ currentTarget: { valueAsNumber } }) =>
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
                {say(AGO_UNITS[one])}
              </option>
            ))}
          </select>
        </span>
      </fieldset>
    </div>
  );
}
