import { readFile } from "node:fs/promises";
import { type Bundle, bundle } from "../../sdk/cli/bundle/bundle.ts";
import { type PageScript, readPageScript } from "../../sdk/cli/bundle/page-script.ts";
import { check } from "../../shared/library/check/check.ts";
import { sentence } from "../../shared/library/check/problem.ts";
import type { Library } from "../../shared/library/library.ts";

const read = (path: string) => readFile(new URL(path, import.meta.url), "utf8");

/** The demonstration's own library, as it stands in its file. */
export const demoLibrary = async (): Promise<unknown> => JSON.parse(await read("./library.json"));

/** The page script as `npm run build` left it. */
export const builtPageScript = (): Promise<PageScript> =>
  readPageScript(new URL("../../dist/page/", import.meta.url));

/**
 * Checks and publishes a library in memory.
 *
 * @throws With every problem as a sentence.
 */
export function publishedInMemory(value: unknown, page: PageScript): { library: Library; bundle: Bundle } {
  const { library, problems } = check(value, Date.now());
  if (!library) throw new Error(problems.map(sentence).join("\n"));
  return { library, bundle: bundle(library, page) };
}
