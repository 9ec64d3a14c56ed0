import { sentence } from "../../../shared/library/check/problem.ts";
import type { Command } from "../io.ts";
import { checkFile } from "../read-library.ts";

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** Says everything that is wrong with a library. */
export const check: Command = {
  usage: "check LIBRARY",
  summary: "says what is wrong with a library, where, and how to mend it",
  files: 1,
  async run({ files: [path = ""] }, io) {
    const checked = await checkFile(path, io);
    if (!checked) return 1;
    const { library, problems } = checked;
    const errors = problems.filter(({ severity }) => severity === "error");
    const warnings = problems.filter(({ severity }) => severity === "warning");
    for (const problem of errors) io.err(`${sentence(problem)}\n`);
    for (const problem of warnings) io.err(`warning: ${sentence(problem)}\n`);
    const alsoWarned = warnings.length > 0 ? `, ${counted(warnings.length, "warning")}` : "";
    if (!library) {
      io.err(`\n${path}: ${counted(errors.length, "error")}${alsoWarned}.\n`);
      return 1;
    }
    const { segments, suppressions, offers, slots } = library;
    const parts = [
      counted(Object.keys(segments).length, "segment"),
      counted(Object.keys(suppressions).length, "suppression"),
      counted(Object.keys(offers).length, "offer"),
      counted(Object.keys(slots).length, "slot"),
    ];
    io.out(`${path} is in order${alsoWarned}: ${parts.join(", ")}.\n`);
    return 0;
  },
};
