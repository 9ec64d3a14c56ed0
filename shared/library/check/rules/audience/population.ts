import { evaluate } from "../../../../engine/evaluate.ts";
import { witness } from "../../../../engine/witness/witness.ts";
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
        found: "a rule that contradicts itself",
        expected: "one that somebody can pass: nobody can be in this segment",
        mend: 'Look for parts of an "all" that exclude each other.',
      }),
    ];
  if (found !== "not found") return [];
  return [
    warning({
      path,
      found: "this rule",
      expected: "one for which a visitor was found: perhaps nobody can be in this segment",
      mend: "Add a test with somebody who is in it.",
    }),
  ];
}

function everybody(path: string, found: Found): readonly Problem[] {
  if (found !== "nobody" && found !== "not found") return [];
  return [
    warning({
      path,
      found: "this rule",
      expected: `one that keeps anybody out: ${found === "nobody" ? "whoever is known is" : "perhaps everybody is"} in this segment`,
      mend: "Say who is not meant, or write for everybody into the page itself.",
    }),
  ];
}
