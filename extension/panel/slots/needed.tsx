import { describe } from "../../../shared/sentences/describe.ts";
import type { Names } from "../../../shared/sentences/names.ts";
import { count, language, type PlainWord, say } from "../../words.ts";
import { GATE_NAME } from "../drawn/gate-drawing.tsx";
import type { Needed } from "../rules/needed.ts";

/** More than these are nothing that somebody would do. */
const MOST = 6;

/** What would have to be different for a candidate to be shown; without an answer it is still being looked for. */
export function NeededView({ needed, names }: { needed: Needed | undefined; names: Names }) {
  return (
    <div class="needed">
      <p class="needed-title">{say("neededTitle")}</p>
      {needed ? <Answer needed={needed} names={names} /> : <p class="aside">{say("neededSought")}</p>}
    </div>
  );
}

function Answer({ needed, names }: { needed: Needed; names: Names }) {
  if (needed.is === "nobody found") return <p class="aside">{say("neededNobody")}</p>;
  if (needed.is === "not the visitor")
    return (
      <>
        <p>{say(GOES[needed.by])}</p>
        <p class="aside">{say("neededNotVisitor")}</p>
      </>
    );
  const { differences, gates } = needed;
  const more = differences.length - MOST;
  return (
    <ul>
      {gates.map((gate) => (
        <li key={gate}>{say("neededConsent", { gate: say(GATE_NAME[gate]) })}</li>
      ))}
      {differences.slice(0, MOST).map((difference) => (
        <li key={JSON.stringify(difference)} dir="auto">
          {describe(difference, names, language())}
        </li>
      ))}
      {more > 0 && <li>{count("neededMore", more)}</li>}
    </ul>
  );
}

/** What stands in the way where it is nothing about the visitor. */
const GOES = {
  stop: "neededStop",
  paused: "neededPaused",
  objection: "neededObjection",
  content: "neededContent",
  unapproved: "neededUnapproved",
  contested: "neededContested",
  holdout: "neededHoldout",
  cap: "neededCap",
  "not yet": "neededNotYet",
  over: "neededOver",
  blackout: "neededBlackout",
  dismissed: "neededDismissed",
  converted: "neededConverted",
  excluded: "neededExcluded",
} as const satisfies Record<Extract<Needed, { is: "not the visitor" }>["by"], PlainWord>;
