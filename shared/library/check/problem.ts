import { type Said, said } from "../../sentences/said.ts";

/** What is wrong, in parts that make a sentence. */
export type Wording = {
  /** What stands there, as it reads in a sentence: `"CFO"`; `nothing` when something is missing. */
  readonly found: string;
  /** What should: `a value of property persona (cfo, it-lead, analyst)`. */
  readonly expected: string;
  /** What to do about it, as a sentence. */
  readonly mend: string;
};

/** Something wrong in a library, in English, with its German beside it. */
export type Problem = Wording & {
  /** Where: `segments.evaluating-cfo.when.all[0].is`. Empty for the library as a whole. */
  readonly path: string;
  readonly severity: "error" | "warning";
  readonly de: Wording;
};

/** What stands in the library reads the same in every language. */
type Quoted = `"${string}"` | `${number}`;

type Told = {
  readonly path: string;
  readonly found: Said | Quoted;
  readonly expected: Said;
  /** Undefined: what was expected says it all. */
  readonly mend: Said | undefined;
};

export const error = (told: Told): Problem => problem(told, "error");
export const warning = (told: Told): Problem => problem(told, "warning");

const problem = (told: Told, severity: Problem["severity"]): Problem => ({
  path: told.path,
  ...wordingIn("en", told),
  severity,
  de: wordingIn("de", told),
});

const wordingIn = (language: keyof Said, { found, expected, mend }: Told): Wording => ({
  found: typeof found === "string" ? found : found[language],
  expected: expected[language],
  mend: mend?.[language] ?? "",
});

export const NOTHING = said("nothing", "nichts");

/**
 * A problem as a person reads it.
 *
 * @example `segments.a.when.is: "CFO" is not a value of property persona (cfo, analyst). Did you mean "cfo"?`
 */
export function sentence({ path, found, expected, mend }: Problem): string {
  const where = path === "" ? "The library" : path;
  const what =
    found === NOTHING.en
      ? `missing; expected ${expected}`
      : found.startsWith("{")
        ? `found ${found}; expected ${expected}`
        : `${found} is not ${expected}`;
  return `${where}: ${what}.${mend === "" ? "" : ` ${mend}`}`;
}

export type Step = string | number;

/** `["segments", "a", "when", "all", 0]` as `segments.a.when.all[0]`. */
export const pathOf = (steps: readonly PropertyKey[]): string =>
  steps.reduce<string>(
    (path, step) =>
      typeof step === "number" ? `${path}[${step}]` : path === "" ? String(step) : `${path}.${String(step)}`,
    "",
  );

const MOST_LETTERS = 80;

/** A value as it reads in a sentence. */
export function shown(value: unknown): Said {
  if (value === undefined) return NOTHING;
  if (value === "") return said("an empty text", "ein leerer Text");
  if (Array.isArray(value)) return list(value.length);
  if (typeof value === "object" && value !== null)
    return alike(Object.keys(value).length === 0 ? "{}" : `{ ${Object.keys(value).join(", ")} }`);
  const text = JSON.stringify(value);
  return alike(text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);
}

const list = (length: number): Said =>
  length === 0
    ? said("an empty list", "eine leere Liste")
    : said(`a list of ${length}`, `eine Liste mit ${entries(length)}`);

/** As German counts what is in a list, after "mit". */
export const entries = (count: number): string => `${count} ${count === 1 ? "Eintrag" : "Einträgen"}`;

/** Ids and keys, which have no language. */
export const alike = (text: string): Said => said(text, text);

const MOST_NAMED = 12;

/** Ids or values in brackets, as far as a sentence can hold them. */
export const named = (words: readonly string[]): string =>
  words.length === 0
    ? ""
    : words.length > MOST_NAMED
      ? ` (${words.slice(0, MOST_NAMED).join(", ")}, …)`
      : ` (${words.join(", ")})`;
