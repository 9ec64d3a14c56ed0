import { said } from "../../../../sentences/said.ts";
import { isQuick, LONGEST_EXPRESSION } from "../../backtracking.ts";
import { testsIn } from "../../places.ts";
import { error, shown } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** No expression can keep a visitor's browser busy: those that may try a text in very many ways are refused. */
export const expressions: Rule = (library) => {
  const judged = new Map<string, boolean>();
  const isRefused = (expression: string) => {
    const isRight = judged.get(expression) ?? isQuick(expression);
    judged.set(expression, isRight);
    return !isRight;
  };
  return testsIn(library).flatMap(({ path, at }) => {
    if (!("matches" in at) || at.matches === undefined || !isRefused(at.matches)) return [];
    const isLong = at.matches.length > LONGEST_EXPRESSION;
    return [
      error({
        path: `${path}.matches`,
        found: shown(at.matches),
        expected: isLong
          ? said(
              `an expression of at most ${LONGEST_EXPRESSION} letters`,
              `ein Ausdruck mit höchstens ${LONGEST_EXPRESSION} Zeichen`,
            )
          : said(
              "an expression that is sure to be quick: it can try one text in very many ways",
              "ein Ausdruck, der sicher schnell ist: Dieser kann einen Text auf sehr viele Arten durchprobieren",
            ),
        mend: isLong
          ? said(
              "Split it up, or say in a property what it looks for.",
              "Teilen Sie ihn auf, oder halten Sie in einer Eigenschaft fest, wonach er sucht.",
            )
          : said(
              'Begin it with "^", let nothing be repeated twice over, or ask startsWith, endsWith or containsAll.',
              'Beginnen Sie ihn mit "^", lassen Sie nichts zweifach wiederholen, oder fragen Sie mit startsWith, endsWith oder containsAll.',
            ),
      }),
    ];
  });
};
