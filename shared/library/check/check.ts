import { type Library, librarySchema } from "../library.ts";
import { tooDeep } from "./depth.ts";
import type { Problem } from "./problem.ts";
import { LAST_RULES, RULES } from "./rules/list.ts";
import { problemsOfShape } from "./shape.ts";

export type Checked = {
  /** There when nothing but warnings was found. */
  readonly library?: Library;
  readonly problems: readonly Problem[];
};

/**
 * Checks a library as it was read from a file: its shape first, then what only the whole can tell.
 * Never throws, whatever it is given that JSON can hold.
 *
 * @param now Milliseconds since 1970, for review dates.
 */
export function check(value: unknown, now: number): Checked {
  const deep = tooDeep(value);
  if (deep) return { problems: [deep] };
  const parsed = librarySchema.safeParse(value);
  if (!parsed.success) return { problems: problemsOfShape(parsed.error.issues, value) };
  const library = parsed.data;
  const first = RULES.flatMap((rule) => rule(library, now));
  if (hasErrors(first)) return { problems: first };
  const problems = [...first, ...LAST_RULES.flatMap((rule) => rule(library, now))];
  return hasErrors(problems) ? { problems } : { library, problems };
}

const hasErrors = (problems: readonly Problem[]) => problems.some(({ severity }) => severity === "error");
