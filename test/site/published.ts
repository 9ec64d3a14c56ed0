import { readFile } from "node:fs/promises";
import { type Bundle, bundle, type PageScript } from "../../sdk/cli/bundle.ts";
import { check } from "../../shared/library/check/check.ts";
import { sentence } from "../../shared/library/check/problem.ts";
import type { Library } from "../../shared/library/library.ts";

const read = (path: string) => readFile(new URL(path, import.meta.url), "utf8");

/** The demonstration's own library, as it stands in its file. */
export const demoLibrary = async (): Promise<unknown> => JSON.parse(await read("./library.json"));

/** The page script as `npm run build` left it. */
export async function builtPageScript(): Promise<PageScript> {
  const built = (part: string) =>
    read(`../../dist/page/${part}.js`).catch(() => {
      throw new Error(`dist/page/${part}.js is not there: run "npm run build" first.`);
    });
  return { boot: await built("boot"), later: await built("later") };
}

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
