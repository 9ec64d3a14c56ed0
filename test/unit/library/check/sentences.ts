import { check } from "../../../../shared/library/check/check.ts";
import { sentence } from "../../../../shared/library/check/problem.ts";
import { tinyLibrary } from "../tiny.ts";
import { notGerman } from "./german.ts";

export const NOW = Date.parse("2026-11-24");

/** What stands at a path such as `segments.customer.tests.0.name` instead; undefined: nothing does. */
export type Mistakes = Readonly<Record<string, unknown>>;

/** A library that is in order but for these mistakes. */
export function libraryWith(mistakes: Mistakes): unknown {
  const library = structuredClone(tinyLibrary());
  for (const [path, value] of Object.entries(mistakes)) put(library, path.split("."), value);
  return library;
}

/** What a person reads about it. */
export const mistaken = (mistakes: Mistakes): readonly string[] => sentences(libraryWith(mistakes));

function put(library: object, path: readonly string[], value: unknown): void {
  const last = path.at(-1) ?? "";
  const place = path.slice(0, -1).reduce<object>((part, step) => Reflect.get(part, step), library);
  if (value === undefined) Reflect.deleteProperty(place, last);
  else Reflect.set(place, last, value);
}

/** Whatever mistake a test makes is told in German, too. */
export const sentences = (library: unknown): readonly string[] =>
  check(library, NOW).problems.map((problem) => {
    const left = notGerman(problem);
    if (left) throw new Error(left);
    return `${problem.severity === "warning" ? "warning: " : ""}${sentence(problem)}`;
  });
