import type { GateState } from "../../../shared/consent/gates.ts";
import { say } from "../../words.ts";
import { GATE_STATE } from "../drawn/gate-drawing.tsx";

const STATES = ["open", "closed", "unknown"] as const satisfies readonly GateState[];

type Props = {
  readonly name: string;
  readonly state: GateState | undefined;
  readonly onSay: (state: GateState) => void;
};

/** What the visitor answered to one question of consent. */
export const GateControl = ({ name, state, onSay }: Props) => (
  <select
    aria-label={name}
    value={state ?? ""}
    onChange={({ currentTarget: { value } }) => {
      const said = STATES.find((one) => one === value);
      if (said) onSay(said);
    }}
  >
    {!state && <option value="">{say("chooseValue")}</option>}
    {STATES.map((one) => (
      <option key={one} value={one}>
        {say(GATE_STATE[one])}
      </option>
    ))}
  </select>
);
