import { GATES, type Gate } from "../../../shared/consent/gates.ts";
import { standingOf } from "../../../shared/consent/standing.ts";
import { gatesSeen } from "../../../shared/findings/consented.ts";
import { dated, say } from "../../words.ts";
import { leave } from "../act.ts";
import { CountingView } from "../counting/counting.tsx";
import { GateDrawing } from "../drawn/gate-drawing.tsx";
import { PersonIcon } from "../drawn/icons.tsx";
import { momentWords } from "../person/called.ts";
import type { Seen } from "../seen.ts";
import { whyGate } from "./why-gate.ts";

/** As whom the page is seen, and what this person has agreed to. */
export function Who({ seen }: { seen: Seen }) {
  const { claim, observation, preview } = seen;
  const gates = gatesSeen({ observation, preview, now: Date.now() }) ?? claim.consent.gates;
  // The gates of a preview are those of the person it is about.
  const why = (gate: Gate) =>
    preview ? undefined : whyGate(standingOf(gate, claim.consent, claim.manifest.consent));
  return (
    <section class={preview ? "who is-preview" : "who"} aria-label={say("seenAs")}>
      <span class="avatar">
        <PersonIcon />
      </span>
      <div class="who-words">
        <p class="over">{say(preview ? "previewSeenAs" : "seenAs")}</p>
        <p class="name" dir="auto">
          {preview ? preview.label : say("yourself")}
        </p>
        {preview?.asOf !== undefined && (
          <p class="as-of">{say("asOf", { moment: momentWords(preview.asOf) })}</p>
        )}
        <p class="under">{preview ? notTaken(seen) : visitorWords(seen)}</p>
      </div>
      {preview && (
        <button type="button" class="leave" onClick={leaveHere}>
          {say("leave")} <kbd>Esc</kbd>
        </button>
      )}
      <ul class="gates" aria-label={say("consent")}>
        {GATES.map((gate) => (
          <GateDrawing key={gate} gate={gate} state={gates[gate]} why={why(gate)} />
        ))}
      </ul>
      {preview && <CountingView seen={seen} />}
    </section>
  );
}

/** The button goes with the preview: the focus stays near, on the tab that is open. */
function leaveHere(): void {
  document.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
  void leave();
}

const notTaken = ({ claim, preview }: Seen) =>
  claim.preview === preview?.label ? say("measuresNothing") : say("previewNotThere");

function visitorWords({ claim: { visitor } }: Seen): string {
  if (!visitor.identified) return say("nobodySignedIn");
  const at = visitor.asOf === undefined ? undefined : new Date(visitor.asOf);
  return at && !Number.isNaN(at.getTime()) ? say("knownHereAsOf", { time: timeOf(at) }) : say("knownHere");
}

/** A time of today without its day. */
const timeOf = (at: Date): string =>
  at.toDateString() === new Date().toDateString()
    ? dated(at, { timeStyle: "short" })
    : dated(at, { dateStyle: "medium", timeStyle: "short" });
