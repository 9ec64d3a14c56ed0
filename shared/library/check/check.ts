import { type Library, librarySchema } from "../library.ts";
import type { Problem } from "./problem.ts";
import { RULES } from "./rules/list.ts";
import { problemsOfShape } from "./shape.ts";

export type Checked = {
  /** There when nothing but warnings was found. */
  readonly library?: Library;
  readonly problems: readonly Problem[];
};

/**
 * Checks a library as it was read from a file: its shape first, then what only the whole can tell.
 *
 * @param now Milliseconds since 1970, for review dates.
 */
export function check(value: unknown, now: number): Checked {
  const parsed = librarySchema.safeParse(value);
  if (!parsed.success) return { problems: problemsOfShape(parsed.error.issues, value) };
  const problems = RULES.flatMap((rule) => rule(parsed.data, now));
  return problems.some(({ severity }) => severity === "error")
    ? { problems }
    : { library: parsed.data, problems };
}
