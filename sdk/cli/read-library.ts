import { readFile } from "node:fs/promises";
import { type Checked, check } from "../../shared/library/check/check.ts";
import { sentence } from "../../shared/library/check/problem.ts";
import type { Library } from "../../shared/library/library.ts";
import { parseJson } from "../../shared/library/read/parse-json.ts";
import type { Io } from "./io.ts";

/** Reads and checks a library; prints what is wrong. Undefined: it has errors. */
export async function readLibrary(path: string, io: Io): Promise<Library | undefined> {
  const checked = await checkFile(path, io);
  if (checked) print(checked, io);
  return checked?.library;
}

export async function checkFile(path: string, io: Io): Promise<Checked | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    io.err(`${path} cannot be read: ${reasonOf(error)}.\n`);
    return undefined;
  }
  const parsed = parseJson(text);
  if ("mistake" in parsed) {
    const { line, column, what } = parsed.mistake;
    io.err(`${path}: line ${line}, column ${column}: ${what.en}\n`);
    return undefined;
  }
  return check(parsed.value, io.now());
}

const print = ({ problems }: Checked, io: Io) => {
  for (const problem of problems)
    io.err(`${problem.severity === "warning" ? "warning: " : ""}${sentence(problem)}\n`);
};

/** Why a file could not be read, for people. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  return error instanceof Error ? error.message : String(error);
}
