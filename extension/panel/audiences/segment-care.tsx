import type { ComponentChildren } from "preact";
import { reviewDue, type Segment } from "../../../shared/library/segment.ts";
import { dated, say } from "../../words.ts";
import { CheckIcon, WarningIcon } from "../drawn/icons.tsx";

type Props = { readonly segment: Segment; readonly children?: ComponentChildren };

/** What the full library says about keeping a segment: only those who may read it have it. */
export const SegmentCare = ({ segment, children }: Props) => (
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
    <dd>
      <Reviewed review={segment.review} />
    </dd>
    {children}
  </>
);

function Reviewed({ review }: { review: Segment["review"] }) {
  const due = reviewDue(review);
  const isOverdue = due < Date.now();
  return (
    <span class={isOverdue ? "reviewed is-overdue" : "reviewed"}>
      {isOverdue ? <WarningIcon /> : <CheckIcon />}
      {say(isOverdue ? "reviewOverdue" : "reviewDue", {
        day: dayOf(Date.parse(review.last.slice(0, 10)), review.last),
        due: dayOf(due, review.every),
      })}
    </span>
  );
}

/** A day is written without its time, and is the same day everywhere. */
const dayOf = (at: number, written: string): string =>
  Number.isNaN(at) ? written : dated(new Date(at), { dateStyle: "long", timeZone: "UTC" });
