import type { Library } from "../../../shared/library/library.ts";
import type { Segment } from "../../../shared/library/segment.ts";
import { CheckIcon, WarningIcon } from "../drawn/icons.tsx";
import { testsOf } from "../rules/segment-tests.ts";

const EXPECTED = { yes: "is in it", no: "is not in it", unknown: "cannot be told" } as const;

/** What the full library says about keeping a segment: only those who may read it have it. */
export const SegmentCare = ({ segment, library }: { segment: Segment; library: Library }) => (
  <>
    <dt>Purpose</dt>
    <dd dir="auto">{segment.purpose}</dd>
    <dt>Owner</dt>
    <dd>
      <a href={`mailto:${segment.owner}`}>{segment.owner}</a>
    </dd>
    <dt>Reported as</dt>
    <dd dir="auto">{segment.reportAs}</dd>
    <dt>Last reviewed</dt>
    <dd>{segment.review.last.slice(0, 10)}</dd>
    <dt>Tests</dt>
    <dd>
      <ul class="tests">
        {testsOf(segment, library, Date.now()).map(({ name, expect, passes }) => (
          <li key={name} class={passes ? undefined : "is-failing"}>
            {passes ? <CheckIcon /> : <WarningIcon />}
            <span dir="auto">
              {name}: {EXPECTED[expect]}
              {!passes && " (fails)"}
            </span>
          </li>
        ))}
      </ul>
    </dd>
  </>
);
