import { useState } from "preact/hooks";
import type { Said } from "../../../shared/protocol/choice.ts";
import { say } from "../../words.ts";
import type { Askable } from "../person/askable.ts";
import { ChoiceControl } from "./choice-control.tsx";
import { countries } from "./countries.ts";
import { Field } from "./field.tsx";

type Props = {
  readonly property: Askable;
  /** Undefined: not said yet. */
  readonly said: Said | undefined;
  readonly onSay: (said: Said) => void;
};

/** The control that fits the type of a property. That nothing is there, or nobody knows, can be said of each. */
export function ValueControl({ property, said, onSay }: Props) {
  const { kind, values, label } = property;
  if (kind === "boolean") {
    const options = [
      { value: "true", label: say("valueYes") },
      { value: "false", label: say("valueNo") },
    ];
    return (
      <ChoiceControl
        name={label}
        groups={[{ options }]}
        said={said}
        onSay={(text) => onSay(asBoolean(text))}
      />
    );
  }
  if (kind === "enum" && values.length > 0)
    return <ChoiceControl name={label} groups={[{ options: values }]} said={said} onSay={onSay} />;
  if (kind === "country") {
    const all = countries();
    const named = all.filter((one) => values.some(({ value }) => value === one.value));
    const groups = [
      { name: say("namedByRules"), options: named },
      { name: say("allCountries"), options: all.filter((one) => !named.includes(one)) },
    ];
    return <ChoiceControl name={label} groups={groups} said={said} onSay={onSay} />;
  }
  return <StatedControl property={property} said={said} onSay={onSay} />;
}

const asBoolean = (said: Said): Said => (typeof said === "string" ? said === "true" : said);

const STATES = { value: "isValue", absent: "valueAbsent", unknown: "valueUnknown" } as const;

/** First whether there is a value at all, then which. */
function StatedControl({ property, said, onSay }: Props) {
  const [isWaiting, setWaiting] = useState(false);
  const isReason = typeof said === "object" && "is" in said;
  const state = isReason && !isWaiting ? said.is : "value";
  return (
    <div class="stated">
      <select
        aria-label={say("kindOf", { what: property.label })}
        value={state}
        onChange={({ currentTarget: { value } }) => {
          setWaiting(value === "value");
          if (value === "absent" || value === "unknown") onSay({ is: value });
        }}
      >
        {(["value", "absent", "unknown"] as const).map((one) => (
          <option key={one} value={one}>
            {say(STATES[one])}
          </option>
        ))}
      </select>
      {state === "value" && (
        <Written
          property={property}
          said={isReason ? undefined : said}
          onSay={(value) => {
            setWaiting(false);
            onSay(value);
          }}
        />
      )}
    </div>
  );
}

/** What has to be written, picked from a calendar or ticked. */
function Written({ property, said, onSay }: Props) {
  const { id, label, kind, values } = property;
  const name = say("valueOf", { what: label });
  if (kind === "list" && values.length > 0) {
    const ticked = Array.isArray(said) ? said : [];
    return (
      <fieldset class="ticks" aria-label={name}>
        {values.map(({ value, label: words }) => (
          <label key={value} class="tick">
            <input
              type="checkbox"
              checked={ticked.includes(value)}
              onChange={({ currentTarget: { checked } }) =>
                onSay(checked ? [...ticked, value] : ticked.filter((one) => one !== value))
              }
            />
            <span dir="auto">{words}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  const isList = kind === "list";
  return (
    <>
      <Field
        type={kind === "number" ? "number" : kind === "date" ? "date" : "text"}
        name={name}
        step="any"
        list={`values-${id}`}
        placeholder={isList ? say("commaBetween") : undefined}
        value={Array.isArray(said) ? said.join(", ") : said === undefined ? "" : String(said)}
        onSay={({ value, valueAsNumber }) => {
          if (kind === "number") {
            if (!Number.isNaN(valueAsNumber)) onSay(valueAsNumber);
          } else if (isList) onSay(listIn(value));
          else if (value.trim() !== "") onSay(value.trim());
        }}
      />
      <datalist id={`values-${id}`}>
        {kind === "text" &&
          values.map(({ value, label: words }) => <option key={value} value={value} label={words} />)}
      </datalist>
    </>
  );
}

const listIn = (text: string): readonly string[] =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .slice(0, 20);
