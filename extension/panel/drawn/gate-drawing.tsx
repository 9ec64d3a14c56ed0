import type { Gate, GateState } from "../../../shared/consent/gates.ts";
import { type PlainWord, say } from "../../words.ts";

export const GATE_NAME = {
  storage: "gateStorage",
  behavior: "gateBehavior",
  crm: "gateCrm",
  measurement: "gateMeasurement",
} as const satisfies Record<Gate, PlainWord>;

export const GATE_STATE = {
  open: "gateOpen",
  closed: "gateClosed",
  unknown: "gateUnknown",
} as const satisfies Record<GateState, PlainWord>;

type GateProps = {
  readonly gate: Gate;
  readonly state: GateState;
  /** Why it stands so, in sentences. */
  readonly why?: string | undefined;
};

/** One consent gate: a door that stands open, is shut, or waits for an answer. */
export const GateDrawing = ({ gate, state, why = "" }: GateProps) => (
  <li
    class={`gate is-${state}`}
    title={`${say(GATE_NAME[gate])}: ${say(GATE_STATE[state])}${why && `. ${why}`}`}
  >
    <svg width="18" height="20" viewBox="0 0 18 20" aria-hidden="true">
      <path class="frame" d="M3 18.5V2.5h12v16M1 18.5h16" />
      {state === "open" && <path class="door" d="M3.5 2.5 9 5v15l-5.5-1.5z" />}
      {state === "closed" && <path class="door" d="M4.5 4h9v14h-9z" />}
      {state === "unknown" && (
        <path class="question" d="M7 8.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.2M9 13.6v.1" />
      )}
    </svg>
    <span>{say(GATE_NAME[gate])}</span>
    <span class="unseen">
      {say(GATE_STATE[state])}
      {why && `. ${why}`}
    </span>
  </li>
);
