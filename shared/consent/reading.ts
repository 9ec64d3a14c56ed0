import type { Gate } from "./gates.ts";

/** On what an answer about consent rests. Only an explicit one is a choice. */
export type Basis = "explicit" | "implied" | "default" | "not required";

/** What one source of consent says at one moment, in its own categories. */
export type Reading = {
  readonly source: string;
  /**
   * Pending: it is not there yet, or could not be asked or understood, so it may know of a no. Unanswered:
   * it has spoken, or what it keeps has, and nobody has chosen anything.
   */
  readonly state: "pending" | "unanswered" | "answered";
  readonly basis: Basis;
  readonly granted: readonly string[];
  readonly denied: readonly string[];
  /** The gates that it opens where its categories have a meaning of their own and need no mapping. */
  readonly opens?: readonly Gate[] | undefined;
  /** The gates to which somebody said an explicit no, in such categories. */
  readonly closes?: readonly Gate[] | undefined;
  /** So much was granted by what it keeps, until its own interface took some of it back. */
  readonly corrects?: readonly string[] | undefined;
};

export const pending = (source: string, state: Reading["state"] = "pending"): Reading => ({
  source,
  state,
  basis: "default",
  granted: [],
  denied: [],
});

export const unanswered = (source: string): Reading => pending(source, "unanswered");

/** While a manager asks anew, the answer that it still keeps is none; but it may have been a no. */
export const asksAnew = (kept: Reading): Reading => (kept.state === "answered" ? pending(kept.source) : kept);

/** While a source asks again, its last no stands and its last yes does not. */
export const askedAgain = (reading: Reading, last: Reading | undefined): Reading =>
  reading.state === "pending" && last?.closes?.length ? { ...last, granted: [], opens: [] } : reading;

export const answered = (
  source: string,
  granted: readonly string[],
  denied: readonly string[],
  basis: Basis = "explicit",
): Reading => ({ source, state: "answered", basis, granted, denied });
