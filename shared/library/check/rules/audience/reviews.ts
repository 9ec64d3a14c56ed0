import { said } from "../../../../sentences/said.ts";
import { reviewDue } from "../../../segment.ts";
import { warning } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** Segments are looked at as often as their owners promised. */
export const reviews: Rule = ({ segments }, now) =>
  Object.entries(segments).flatMap(([id, { review, owner }]) => {
    const due = reviewDue(review);
    if (due >= now) return [];
    const day = new Date(due).toISOString().slice(0, 10);
    return [
      warning({
        path: `segments.${id}.review.last`,
        found: `"${review.last}"`,
        expected: said(
          `within the ${review.every} after which a review is due`,
          `ein Tag innerhalb der Frist von ${review.every}, nach der eine Prüfung fällig ist`,
        ),
        mend: said(`It was due on ${day}: ask ${owner}.`, `Sie war am ${day} fällig: Fragen Sie ${owner}.`),
      }),
    ];
  });
