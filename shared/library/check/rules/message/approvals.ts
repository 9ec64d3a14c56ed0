import { said } from "../../../../sentences/said.ts";
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
          error({
            path,
            found: NOTHING,
            expected: said(`an approval of ${hash}`, `eine Freigabe von ${hash}`),
            mend: said("Have it approved.", "Lassen Sie den Inhalt freigeben."),
          }),
        ];
      if ("template" in content)
        return [
          warning({
            path,
            found: said("an approval of a template", "die Freigabe einer Vorlage"),
            expected: said(
              "something that can be checked here: the template stands in the page",
              "etwas, das sich hier prüfen lässt: Die Vorlage steht in der Seite",
            ),
            mend: said(
              "The page script compares it, and shows it only as it was approved.",
              "Das Skript der Seite vergleicht sie und zeigt sie nur so, wie sie freigegeben wurde.",
            ),
          }),
        ];
      if (approval.of === hash) return [];
      return [
        error({
          path: `${path}.of`,
          found: `"${approval.of}"`,
          expected: said(`the hash of this content (${hash})`, `der Hash dieses Inhalts (${hash})`),
          mend: said(
            "It was changed after it was approved: have it approved again.",
            "Der Inhalt wurde nach der Freigabe geändert: Lassen Sie ihn noch einmal freigeben.",
          ),
        }),
      ];
    }),
  );
