import { said } from "../../../../sentences/said.ts";
import { expander } from "../../expanded.ts";
import { conditionsIn } from "../../places.ts";
import { error } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

const MOST = 5_000;

/** No condition grows, through the segments that it names, beyond what a page can ask in a moment. */
export const sizes: Rule = (library) => {
  const sizeOf = expander(library.segments);
  return conditionsIn(library).flatMap(({ path, at }) => {
    const size = sizeOf(at);
    // Circles have a rule of their own.
    if (size <= MOST || size === Number.POSITIVE_INFINITY) return [];
    return [
      error({
        path,
        found: said(
          `a rule that asks ${size.toLocaleString("en")} questions, with those of the segments that it names,`,
          `eine Regel, die mit denen der Segmente, die sie nennt, ${size.toLocaleString("de")} Fragen stellt`,
        ),
        expected: said(
          `one of at most ${MOST.toLocaleString("en")}`,
          `eine mit höchstens ${MOST.toLocaleString("de")}`,
        ),
        mend: said(
          "Name each segment once, or keep the answer in a property.",
          "Nennen Sie jedes Segment nur einmal, oder halten Sie die Antwort in einer Eigenschaft fest.",
        ),
      }),
    ];
  });
};
