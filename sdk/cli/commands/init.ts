import { writeFile } from "node:fs/promises";
import { didYouMean } from "../../../shared/library/check/closest.ts";
import { isStandardName, STANDARD_NAMES, STANDARDS } from "../../../shared/library/standard/list.ts";
import { startingLibrary } from "../../../shared/library/standard/starting-library.ts";
import type { Command } from "../io.ts";

const FILE = "library.json";
const OWNER = "owner@example.com";

/** Writes a library to start from. Never over one that is there. */
export const init: Command = {
  usage: `init [--out ${FILE}] [--inputs ${STANDARD_NAMES.slice(0, 2).join()},…]`,
  summary: "writes a library to start from, of ready properties and segments",
  options: {
    out: { type: "string" },
    inputs: { type: "string" },
    name: { type: "string" },
    owner: { type: "string" },
  },
  optionHelp: [
    `--out FILE       where to; ${FILE} unless said`,
    "--name NAME      what the library is called",
    `--owner MAIL     whom reviews are asked of; ${OWNER} unless said`,
    "--inputs LIST    all of these, unless some are named with commas between them:",
    ...STANDARD_NAMES.map((name) => `    ${name.padEnd(12)} ${STANDARDS[name].summary}`),
  ],
  files: 0,
  async run({ text }, io) {
    const words = (text("inputs") ?? STANDARD_NAMES.join()).split(",").map((word) => word.trim());
    const unknown = words.find((word) => !isStandardName(word));
    if (unknown !== undefined) {
      const mend = didYouMean(unknown, STANDARD_NAMES)?.en ?? `There are ${STANDARD_NAMES.join(", ")}.`;
      io.err(`There is no input "${unknown}". ${mend}\n`);
      return 2;
    }
    const out = text("out") ?? FILE;
    const library = startingLibrary({
      name: text("name") ?? "My library",
      owner: text("owner") ?? OWNER,
      now: io.now(),
      inputs: words.filter(isStandardName),
    });
    try {
      await writeFile(out, `${JSON.stringify(library, null, 2)}\n`, { flag: "wx" });
    } catch (error) {
      const isThere = (error as NodeJS.ErrnoException).code === "EEXIST";
      io.err(
        `${out} ${isThere ? "is there already: name another file with --out" : `cannot be written: ${String(error)}`}.\n`,
      );
      return 1;
    }
    io.out(
      `Wrote ${out}: ${Object.keys(library.properties).length} properties, ${Object.keys(library.segments).length} segments.\n` +
        `Change what is not yours, then: forwhom check ${out}, forwhom test ${out}.\n`,
    );
    return 0;
  },
};
