import type { Decision } from "../../../shared/engine/trace.ts";
import { ago, dated, say } from "../../words.ts";
import { GateDrawing } from "../drawn/gate-drawing.tsx";
import { restsOn } from "../rules/rests-on.ts";
import type { Seen } from "../seen.ts";

/** How old that is on which the decision rests, and which consent was missing. */
export function RestsOnView({ seen: { claim, preview }, decision }: { seen: Seen; decision: Decision }) {
  const { asOf, since, missing } = restsOn(decision, claim);
  // Somebody made up was never looked up.
  const isKnown = !preview && (asOf !== undefined || since !== undefined);
  return (
    <>
      {isKnown && (
        <p class="aside">
          {[
            since !== undefined && say("inItSince", { day: dated(new Date(since), { dateStyle: "long" }) }),
            asOf !== undefined && say("restsOnAnswer", { age: ago(asOf, Date.now()) }),
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
      )}
      {missing.length > 0 && (
        <div class="missing">
          <span>{say("consentMissing")}</span>
          <ul class="gates">
            {missing.map((gate) => (
              <GateDrawing key={gate} gate={gate} state={claim.consent.gates[gate]} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
