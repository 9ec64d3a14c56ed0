import { withhold } from "../../../shared/consent/withhold.ts";
import { type Evaluation, evaluate } from "../../../shared/engine/evaluate.ts";
import type { Library } from "../../../shared/library/library.ts";
import { factsOfVisitor } from "../../../shared/library/person.ts";
import type { Visitor } from "../../../shared/library/visitor.ts";
import { doubts, reasons } from "../../../shared/sentences/reasons.ts";
import type { Command } from "../io.ts";
import { readLibrary } from "../read-library.ts";
import { type Suggested, suggest } from "../suggest.ts";

/** Runs the tests that stand in the segments. */
export const test: Command = {
  usage: "test LIBRARY [--suggest]",
  summary: "runs the tests that stand in the segments",
  options: { suggest: { type: "boolean" } },
  optionHelp: ["--suggest       prints tests that the segments lack, ready to paste, and runs none"],
  files: 1,
  async run({ files: [path = ""], says }, io) {
    const library = await readLibrary(path, io);
    if (!library) return 1;
    if (says("suggest")) {
      for (const [id, segment] of Object.entries(library.segments))
        io.out(`segments.${id}.tests\n${toPaste(suggest(segment, library, io.now()))}\n`);
      return 0;
    }
    let passed = 0;
    let failed = 0;
    for (const [id, { tests }] of Object.entries(library.segments)) {
      io.out(`${id}\n`);
      for (const { name, visitor, expect } of tests) {
        const evaluation = answerFor(id, visitor, library, io.now());
        const isRight = evaluation.is === expect;
        if (isRight) passed++;
        else failed++;
        io.out(
          `  ${isRight ? "pass" : "FAIL"}  ${name}: ${evaluation.is}${isRight ? "" : `, expected ${expect}`}\n`,
        );
        io.out(`        ${why(evaluation, library)}\n`);
      }
    }
    io.out(`\n${passed} passed, ${failed} failed.\n`);
    return failed === 0 ? 0 : 1;
  },
};

function answerFor(segment: string, visitor: Visitor, library: Library, now: number): Evaluation {
  const { facts, gates } = factsOfVisitor(visitor, library, now);
  return evaluate({ segment }, withhold(facts, library.properties, gates), library);
}

const why = (evaluation: Evaluation, library: Library) =>
  evaluation.is === "unknown"
    ? `in doubt about ${doubts(evaluation, library)}`
    : `since ${reasons(evaluation, library)}`;

function toPaste({ tests, nobody, isTooLarge }: Suggested): string {
  if (isTooLarge) return "  There are too many ways to be in it to look through them all.\n";
  if (nobody === "sure") return "  Nobody can be in this segment.\n";
  if (nobody === "perhaps") return "  Nobody was found who is in it: that has to be written by hand.\n";
  if (tests.length === 0) return "  Nothing is missing.\n";
  return `${tests.map((one) => JSON.stringify(one, null, 2)).join(",\n")}\n`;
}
