import type { Library } from "../library/library.ts";
import type { Observation } from "../protocol/observation.ts";
import type { Preview } from "../protocol/preview.ts";
import type { Said } from "./said.ts";

export type Severity = "critical" | "serious" | "moderate" | "minor";
/** Proven: the page's own answers and what was observed agree on it. Observed: seen in the page. */
export type Confidence = "proven" | "observed" | "suspected";

/** All that a check may look at: what the extension saw by itself, and what the page claims. */
export type Evidence = {
  readonly observation: Observation;
  /** The preview that this page was loaded with: then nothing real was used. */
  readonly preview?: Preview | undefined;
  /** The full library, where the marketer loaded it: a page holds only what its visitors need. */
  readonly library?: Library | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** One place where a check found its fault: a slot of the page, or without one the page or its rules as a whole. */
export type Fault = {
  readonly slot?: string | undefined;
  readonly selector?: string | undefined;
  /** Sentences a marketer can follow; names, states and times, never a visitor's values. */
  readonly evidence: readonly Said[];
};

/** What a check came to: as axe has it, "nothing found" is not the same as "could not look". */
export type Outcome =
  | { readonly is: "found"; readonly faults: readonly Fault[] }
  | { readonly is: "clean" }
  | { readonly is: "cannot tell"; readonly because: Said }
  /** There is nothing of the kind on this page. */
  | { readonly is: "does not apply"; readonly because: Said };

/** A finding as data, and the pure check that looks for it. */
export type FindingRule = {
  readonly id: string;
  /** Its numbers in the catalogue of mismatches, such as "C01". */
  readonly catalogue: readonly string[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly title: Said;
  /** What this is about, for somebody who meets it for the first time. */
  readonly explanation: Said;
  readonly likelyGap: Said;
  readonly risk: Said;
  readonly fix: Said;
  /** Where whoever makes the rules says more. */
  readonly link?: string | undefined;
  readonly check: (evidence: Evidence) => Outcome;
};

/** Something wrong on a page. DESIGN §1. */
export type Finding = Omit<FindingRule, "check"> & Fault;
