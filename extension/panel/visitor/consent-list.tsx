import { GATES } from "../../../shared/consent/gates.ts";
import { gatesSeen } from "../../../shared/findings/consented.ts";
import { say } from "../../words.ts";
import { GATE_NAME, GATE_STATE } from "../drawn/gate-drawing.tsx";
import { whyGate } from "../frame/why-gate.ts";
import type { Seen } from "../seen.ts";
import { standingIn } from "./known.ts";

/** Each of the four questions, what was answered, and who says so. */
export function ConsentList({ seen }: { seen: Seen }) {
  const gates = gatesSeen({ ...seen, now: Date.now() }) ?? seen.claim.consent.gates;
  return (
    <dl class="consent-list">
      {GATES.map((gate) => {
        const standing = standingIn(seen, gate);
        return (
          <div key={gate} class={`gate-row is-${gates[gate]}`}>
            <dt>{say(GATE_NAME[gate])}</dt>
            <dd>
              {say(GATE_STATE[gates[gate]])}
              {standing && <span class="aside">{whyGate(standing)}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
