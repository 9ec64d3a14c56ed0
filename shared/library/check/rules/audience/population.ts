import { evaluate } from "../../../../engine/evaluate.ts";
import { witness } from "../../../../engine/witness/witness.ts";
import { said } from "../../../../sentences/said.ts";
import type { Library } from "../../../library.ts";
import { factsOfVisitor } from "../../../person.ts";
import type { Segment } from "../../../segment.ts";
import { error, type Problem, warning } from "../../problem.ts";
import type { Rule } from "../../rule.ts";
import { isFoundOut, isSearchable } from "../../searchable.ts";
import { possible } from "./possible.ts";

/**
 * Somebody can be in each segment, and somebody can be out of it. Proven where the kinds of values
 * can be listed; else a visitor is looked for, and not finding one is only worth a warning.
 */
export const population: Rule = (library, now) =>
  Object.entries(library.segments).flatMap(([id, segment]) => {
    const path = `segments.${id}.when`;
    const asked = { library, now, segment };
    return [...nobody(path, lookFor("yes", asked)), ...everybody(path, lookFor("no", asked))];
  });

type Asked = { readonly library: Library; readonly now: number; readonly segment: Segment };
type Found = "somebody" | "nobody" | "not found" | "cannot tell";

function lookFor(want: "yes" | "no", { library, now, segment: { when, tests } }: Asked): Found {
  const isProof = tests.some(({ visitor, expect }) => {
    if (expect !== want) return false;
    const { facts } = factsOfVisitor(visitor, library, now);
    return evaluate(when, facts, library).is === want;
  });
  if (isProof) return "somebody";
  const { can, isExact } = possible(when, want, library, now);
  if (can === false) return "nobody";
  if (can === true && isExact) return "somebody";
  if (!isSearchable(when, want, library, now)) return "cannot tell";
  if (witness(when, want, library, { now })) return "somebody";
  return isFoundOut(when, library) ? "not found" : "cannot tell";
}

function nobody(path: string, found: Found): readonly Problem[] {
  if (found === "nobody")
    return [
      error({
        path,
        found: said("a rule that contradicts itself", "eine Regel, die sich selbst widerspricht"),
        expected: said(
          "one that somebody can pass: nobody can be in this segment",
          "eine, die jemand erfüllen kann: In diesem Segment kann niemand sein",
        ),
        mend: said(
          'Look for parts of an "all" that exclude each other.',
          'Suchen Sie nach Teilen eines "all", die einander ausschließen.',
        ),
      }),
    ];
  if (found !== "not found") return [];
  return [
    warning({
      path,
      found: said("this rule", "diese Regel"),
      expected: said(
        "one for which a visitor was found: perhaps nobody can be in this segment",
        "eine, zu der sich jemand finden ließ: Vielleicht kann in diesem Segment niemand sein",
      ),
      mend: said(
        "Add a test with somebody who is in it.",
        "Ergänzen Sie einen Test mit jemandem, der dazugehört.",
      ),
    }),
  ];
}

function everybody(path: string, found: Found): readonly Problem[] {
  if (found !== "nobody" && found !== "not found") return [];
  return [
    warning({
      path,
      found: said("this rule", "diese Regel"),
      expected:
        found === "nobody"
          ? said(
              "one that keeps anybody out: whoever is known is in this segment",
              "eine, die irgendjemanden ausschließt: Zu diesem Segment gehören alle, die bekannt sind",
            )
          : said(
              "one that keeps anybody out: perhaps everybody is in this segment",
              "eine, die irgendjemanden ausschließt: Zu diesem Segment gehören vielleicht alle",
            ),
      mend: said(
        "Say who is not meant, or write for everybody into the page itself.",
        "Sagen Sie, wer nicht gemeint ist, oder schreiben Sie, was für alle gilt, in die Seite selbst.",
      ),
    }),
  ];
}
