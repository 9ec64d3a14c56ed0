import type { Gate } from "./gates.ts";

/** On what an answer about consent rests. Only an explicit one is a choice. */
export type Basis = "explicit" | "implied" | "default" | "not required";

/** What one source of consent says at one moment, in its own categories. */
export type Reading = {
  readonly source: string;
  /** Nobody has answered yet, or the source itself is not there yet: pending. */
  readonly state: "pending" | "answered";
  readonly basis: Basis;
  readonly granted: readonly string[];
  readonly denied: readonly string[];
  /** The gates that it opens and closes where its categories have a meaning of their own and need no mapping. */
  readonly opens?: readonly Gate[] | undefined;
  readonly closes?: readonly Gate[] | undefined;
  /** So much was granted by what it keeps, until its own interface took some of it back. */
  readonly corrects?: readonly string[] | undefined;
};

export const pending = (source: string): Reading => ({
  source,
  state: "pending",
  basis: "default",
  granted: [],
  denied: [],
});

/** While a source asks again, its last no stands and its last yes does not. */
export const askedAgain = (reading: Reading, last: Reading | undefined): Reading =>
  reading.state === "pending" && last?.closes?.length ? { ...last, granted: [], opens: [] } : reading;

export const answered = (
  source: string,
  granted: readonly string[],
  denied: readonly string[],
  basis: Basis = "explicit",
): Reading => ({ source, state: "answered", basis, granted, denied });
