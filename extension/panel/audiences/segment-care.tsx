import type { Library } from "../../../shared/library/library.ts";
import type { Segment } from "../../../shared/library/segment.ts";
import { dated, say } from "../../words.ts";
import { CheckIcon, WarningIcon } from "../drawn/icons.tsx";
import { testsOf } from "../rules/segment-tests.ts";

const EXPECTED = { yes: "expectsYes", no: "expectsNo", unknown: "expectsUnknown" } as const;

/** What the full library says about keeping a segment: only those who may read it have it. */
export const SegmentCare = ({ segment, library }: { segment: Segment; library: Library }) => (
  <>
    <dt>{say("purpose")}</dt>
    <dd dir="auto">{segment.purpose}</dd>
    <dt>{say("owner")}</dt>
    <dd>
      <a href={`mailto:${segment.owner}`}>{segment.owner}</a>
    </dd>
    <dt>{say("reportedAs")}</dt>
    <dd dir="auto">{segment.reportAs}</dd>
    <dt>{say("lastReviewed")}</dt>
    <dd>{reviewed(segment.review.last)}</dd>
    <dt>{say("tests")}</dt>
    <dd>
      <ul class="tests">
        {testsOf(segment, library, Date.now()).map(({ name, expect, passes }) => (
          <li key={name} class={passes ? undefined : "is-failing"}>
            {passes ? <CheckIcon /> : <WarningIcon />}
            <span dir="auto">
              {name}: {say(EXPECTED[expect])}
              {!passes && ` ${say("testFails")}`}
            </span>
          </li>
        ))}
      </ul>
    </dd>
  </>
);

/** A day is written without its time, and is the same day everywhere. */
function reviewed(last: string): string {
  const day = new Date(last.slice(0, 10));
  return Number.isNaN(day.getTime()) ? last : dated(day, { dateStyle: "long", timeZone: "UTC" });
}
