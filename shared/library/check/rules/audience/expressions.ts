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
          ? `an expression of at most ${LONGEST_EXPRESSION} letters`
          : "an expression that is sure to be quick: it can try one text in very many ways",
        mend: isLong
          ? "Split it up, or say in a property what it looks for."
          : 'Begin it with "^", let nothing be repeated twice over, or ask startsWith, endsWith or containsAll.',
      }),
    ];
  });
};
