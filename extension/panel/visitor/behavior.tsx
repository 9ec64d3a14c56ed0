import type { Facts, VisitorEvent } from "../../../shared/engine/facts.ts";
import { worded } from "../../../shared/sentences/names.ts";
import { count, dated, say } from "../../words.ts";
import { DaysDrawing } from "../drawn/days-drawing.tsx";
import { timelineOf } from "./timeline.ts";

const LONGEST = 80;

/** What the visitor did on this device: the last days drawn, and the newest of it to read. */
export function Behavior({ facts: { events: log, view = [], now } }: { facts: Facts }) {
  const isKnown = !("is" in log);
  const { days, events, more } = timelineOf(isKnown ? log : view, now);
  return (
    <>
      {!isKnown && (
        <p class="aside">{say(log.because === "withheld" ? "behaviorWithheld" : "behaviorUnknown")}</p>
      )}
      {isKnown && events.length === 0 && <p class="aside">{say("behaviorNone")}</p>}
      {events.length > 0 && (
        <>
          {isKnown && (
            <figure>
              <DaysDrawing days={days} now={now} />
              <figcaption class="aside">
                <span>{count("daysAgo", days.length - 1)}</span>
                <span>{say("today")}</span>
              </figcaption>
            </figure>
          )}
          <ol class="timeline">
            {events.map((event) => (
              <li key={JSON.stringify(event)}>
                <span dir="auto">{deedOf(event)}</span>
                <time class="aside" dateTime={new Date(event.at).toISOString()}>
                  {whenOf(event)}
                </time>
              </li>
            ))}
          </ol>
          {more > 0 && <p class="aside">{count("eventsOlder", more)}</p>}
        </>
      )}
    </>
  );
}

/** "Visited /pricing", "“Form submit” (form: demo)". */
function deedOf({ event, fields = {} }: VisitorEvent): string {
  const { path, ...others } = fields;
  const isVisit = event === "page_view" && typeof path === "string";
  const told = Object.entries(isVisit ? others : fields)
    .slice(0, 4)
    .map(([name, value]) => `${worded(name)}: ${String(value).slice(0, LONGEST)}`)
    .join(", ");
  const deed = isVisit
    ? say("visited", { path: path.slice(0, LONGEST) })
    : say("happened", { event: worded(event).slice(0, LONGEST) });
  return told === "" ? deed : `${deed} (${told})`;
}

/** Of older days only the day and how often is kept. */
function whenOf({ at, times }: VisitorEvent): string {
  const moment = new Date(at);
  return times === undefined
    ? dated(moment, { dateStyle: "medium", timeStyle: "short" })
    : say("onDayTimes", { day: dated(moment, { dateStyle: "medium" }), times: count("times", times) });
}
