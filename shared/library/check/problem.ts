/** Something wrong in a library, in parts that make a sentence. */
export type Problem = {
  /** Where: `segments.evaluating-cfo.when.all[0].is`. Empty for the library as a whole. */
  readonly path: string;
  /** What stands there, as it reads in a sentence: `"CFO"`; `nothing` when something is missing. */
  readonly found: string;
  /** What should: `a value of property persona (cfo, it-lead, analyst)`. */
  readonly expected: string;
  /** What to do about it, as a sentence. */
  readonly mend: string;
  readonly severity: "error" | "warning";
};

export const NOTHING = "nothing";

type Told = Omit<Problem, "severity">;

export const error = (told: Told): Problem => ({ ...told, severity: "error" });
export const warning = (told: Told): Problem => ({ ...told, severity: "warning" });

/**
 * A problem as a person reads it.
 *
 * @example `segments.a.when.is: "CFO" is not a value of property persona (cfo, analyst). Did you mean "cfo"?`
 */
export function sentence({ path, found, expected, mend }: Problem): string {
  const where = path === "" ? "The library" : path;
  const what =
    found === NOTHING
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
export function shown(value: unknown): string {
  if (value === undefined) return NOTHING;
  if (value === "") return "an empty text";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "object" && value !== null)
    return Object.keys(value).length === 0 ? "{}" : `{ ${Object.keys(value).join(", ")} }`;
  const text = JSON.stringify(value);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}

const MOST_NAMED = 12;

/** Ids or values in brackets, as far as a sentence can hold them. */
export const named = (words: readonly string[]): string =>
  words.length === 0
    ? ""
    : words.length > MOST_NAMED
      ? ` (${words.slice(0, MOST_NAMED).join(", ")}, …)`
      : ` (${words.join(", ")})`;
