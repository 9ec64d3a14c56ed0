import { reviewDue } from "../../../segment.ts";
import { warning } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** Segments are looked at as often as their owners promised. */
export const reviews: Rule = ({ segments }, now) =>
  Object.entries(segments).flatMap(([id, { review, owner }]) => {
    const due = reviewDue(review);
    if (due >= now) return [];
    return [
      warning({
        path: `segments.${id}.review.last`,
        found: `"${review.last}"`,
        expected: `within the ${review.every} after which a review is due`,
        mend: `It was due on ${new Date(due).toISOString().slice(0, 10)}: ask ${owner}.`,
      }),
    ];
  });
