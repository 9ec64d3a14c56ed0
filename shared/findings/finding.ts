import type { Observation } from "../protocol/observation.ts";
import type { Preview } from "../protocol/preview.ts";

export type Severity = "critical" | "serious" | "moderate";
/** Proven: the page's own answers and what was observed agree on it. Observed: seen in the page. */
export type Confidence = "proven" | "observed" | "suspected";

/** All that a check may look at: what the extension saw by itself, and what the page claims. */
export type Evidence = {
  readonly observation: Observation;
  /** The preview that this page was loaded with: then nothing real was used. */
  readonly preview?: Preview | undefined;
};

/** One place on the page where a check found its fault. */
export type Fault = {
  readonly slot: string;
  readonly selector: string;
  /** Sentences a marketer can follow; names and states, never a visitor's values. */
  readonly evidence: readonly string[];
};

/** A finding as data, and the pure check that looks for it. */
export type FindingRule = {
  readonly id: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly title: string;
  readonly likelyGap: string;
  readonly risk: string;
  readonly fix: string;
  readonly check: (evidence: Evidence) => readonly Fault[];
};

/** Something wrong on a page. DESIGN §1. */
export type Finding = Omit<FindingRule, "check"> & Fault;
