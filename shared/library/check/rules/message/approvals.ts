import { fingerprint } from "../../../fingerprint.ts";
import type { Content } from "../../../slot.ts";
import { error, NOTHING, type Problem, warning } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** The hash by which an approval names the content that was approved. */
export const contentHash = (content: Content): string => fingerprint(JSON.stringify(content));

/** Content made by AI is what somebody approved, unchanged since. */
export const approvals: Rule = ({ slots }) =>
  Object.entries(slots).flatMap(([slot, { variations }]) =>
    variations.flatMap(({ origin, approval, content }, index): readonly Problem[] => {
      if (origin !== "ai") return [];
      const path = `slots.${slot}.variations[${index}].approval`;
      const hash = contentHash(content);
      if (!approval)
        return [
          error({ path, found: NOTHING, expected: `an approval of ${hash}`, mend: "Have it approved." }),
        ];
      if ("template" in content)
        return [
          warning({
            path,
            found: "an approval of a template",
            expected: "something that can be checked here: the template stands in the page",
            mend: "The page script compares it, and shows it only as it was approved.",
          }),
        ];
      if (approval.of === hash) return [];
      return [
        error({
          path: `${path}.of`,
          found: `"${approval.of}"`,
          expected: `the hash of this content (${hash})`,
          mend: "It was changed after it was approved: have it approved again.",
        }),
      ];
    }),
  );
