import type { Said } from "../../../shared/protocol/choice.ts";
import { say } from "../../words.ts";

type Option = { readonly value: string; readonly label: string };

type Props = {
  readonly name: string;
  readonly groups: readonly { readonly name?: string; readonly options: readonly Option[] }[];
  readonly said: Said | undefined;
  readonly onSay: (said: Said) => void;
};

/** Where the values are few or known, one of them; or that there is none. */
export function ChoiceControl({ name, groups, said, onSay }: Props) {
  const option = ({ value, label }: Option) => (
    <option key={value} value={`is ${value}`}>
      {label}
    </option>
  );
  return (
    <select
      aria-label={name}
      value={said === undefined ? "" : keyOf(said)}
      onChange={({ currentTarget: { value } }) => {
        if (value === "absent" || value === "unknown") onSay({ is: value });
        else if (value !== "") onSay(value.slice("is ".length));
      }}
    >
      {said === undefined && <option value="">{say("chooseValue")}</option>}
      {groups.map(({ name: group, options }) =>
        group === undefined
          ? options.map(option)
          : options.length > 0 && (
              <optgroup key={group} label={group}>
                {options.map(option)}
              </optgroup>
            ),
      )}
      <hr />
      <option value="absent">{say("valueAbsent")}</option>
      <option value="unknown">{say("valueUnknown")}</option>
    </select>
  );
}

const keyOf = (said: Said): string =>
  typeof said === "object" && "is" in said ? said.is : `is ${String(said)}`;
