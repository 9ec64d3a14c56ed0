import { said } from "../../../../sentences/said.ts";
import type { Content } from "../../../slot.ts";
import { error, type Problem } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** What a browser's sanitiser takes out, as it begins. Some browsers report it to the site while they do. */
const TAKEN_OUT =
  /<\s*(?:script|style|iframe|object|embed|link|meta|base|form|template)\b|[\s"'/]on[a-z]+\s*=|[\s"']style\s*=|(?<=<[^>]*=[^>]*)(?:javascript|vbscript|data)\s*:/i;

/** HTML of a library holds nothing that could run, or that visitors would never get to see. */
export const markup: Rule = ({ slots }) =>
  Object.entries(slots).flatMap(([id, slot]) => [
    ...runningIn(slot.neutral, `slots.${id}.neutral`),
    ...slot.variations.flatMap(({ content }, index) =>
      runningIn(content, `slots.${id}.variations[${index}].content`),
    ),
  ]);

function runningIn(content: Content, path: string): readonly Problem[] {
  const [found] = ("html" in content && TAKEN_OUT.exec(content.html)) || [];
  return found === undefined
    ? []
    : [
        error({
          path: `${path}.html`,
          found: `"${found.trim()}"`,
          expected: said(
            "plain markup: nothing that runs, styles, frames or sends",
            "einfaches HTML: nichts, das etwas ausführt, gestaltet, einbettet oder sendet",
          ),
          mend: said(
            "Take it out: visitors’ browsers would. Style it in your site’s own stylesheet.",
            "Entfernen Sie es: Sonst tun es die Browser der Besucher. Gestalten Sie im Stylesheet Ihrer Website.",
          ),
        }),
      ];
}
