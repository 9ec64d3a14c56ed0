import { evaluate } from "../engine/evaluate.ts";
import { gatesMissing } from "./consented.ts";
import type { FindingRule } from "./finding.ts";
import { type Shown, segmentNamed, variationsShown } from "./shown.ts";

/** E01 and E10: an element shows the content for a segment that this visitor is not in. */
export const variationOutsideSegment: FindingRule = {
  id: "variation-outside-segment",
  severity: "serious",
  confidence: "proven",
  title: "Content for somebody else",
  likelyGap:
    "Another script or a template chose this content, or a copy of an old rule is still at work in the page.",
  risk: "The visitor reads a message that was made for somebody else, and results for this audience cannot be trusted.",
  fix: "Let only Forwhom fill this slot. If the content is right for this visitor, widen the segment’s criteria and add a test for such a visitor.",
  check: (evidence) =>
    variationsShown(evidence).flatMap((shown) => {
      const { claim, observed, name, variation } = shown;
      const { is } = evaluate({ segment: variation.for }, claim.facts, claim.manifest);
      // Not in the segment because consent is missing: that is another finding, and the graver one.
      if (is === "yes" || wasRightWhenDecided(shown) || gatesMissing(shown, evidence).length > 0) return [];
      const who = segmentNamed(claim, variation.for);
      return [
        {
          slot: observed.slot,
          selector: observed.selector,
          evidence: [
            `“${name}” shows the content for “${who}”.`,
            is === "no"
              ? `By all that the page knows, this visitor is not in “${who}”.`
              : `The page does not know enough to say that this visitor is in “${who}”.`,
          ],
        },
      ];
    }),
};

/**
 * A slot in view keeps what it shows though the visitor has moved on to another segment since: nothing
 * swaps before somebody's eyes. Then the page's own decision still names this variation.
 */
const wasRightWhenDecided = ({ claim, observed, variation }: Shown): boolean =>
  claim.decisions.some(
    ({ slot, shown }) =>
      slot === observed.slot && shown?.variation === variation?.id && shown?.targeting?.is === "yes",
  );
