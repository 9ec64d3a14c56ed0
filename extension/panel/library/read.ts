import { check } from "../../../shared/library/check/check.ts";
import type { Problem } from "../../../shared/library/check/problem.ts";
import { parseJson } from "../../../shared/library/read/parse-json.ts";
import { language, say } from "../../words.ts";
import { type FullLibrary, fullLibrary } from "../rules/rules.ts";

export type ReadLibrary =
  | { readonly is: "read"; readonly full: FullLibrary }
  | { readonly is: "faulty"; readonly problems: readonly Problem[] }
  | { readonly is: "failed"; readonly because: string };

/** Reads and checks a library's text, just as `forwhom check` does. */
export function readLibrary(text: string, from: string): ReadLibrary {
  const parsed = parseJson(text);
  if ("mistake" in parsed) {
    const { line, column, what } = parsed.mistake;
    return { is: "failed", because: say("jsonMistake", { line, column, what: what[language()] }) };
  }
  const { library, problems } = check(parsed.value, Date.now());
  return library
    ? { is: "read", full: fullLibrary(library, from) }
    : { is: "faulty", problems: problems.filter(({ severity }) => severity === "error") };
}

/** Fetches a library from where the marketer says, without credentials. */
export async function fetchLibrary(address: string): Promise<ReadLibrary> {
  if (!URL.canParse(address) || !/^https?:/.test(address))
    return { is: "failed", because: say("addressNeeded") };
  try {
    const response = await fetch(address, { credentials: "omit", cache: "no-cache" });
    if (!response.ok)
      return { is: "failed", because: say("serverAnswered", { status: String(response.status) }) };
    return readLibrary(await response.text(), address);
  } catch {
    const { hostname } = new URL(address);
    return { is: "failed", because: say("serverSilent", { host: hostname }) };
  }
}
