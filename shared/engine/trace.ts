import type { Evaluation } from "./evaluate.ts";

/**
 * Why a page cannot show a variation: it does not have the content, or has another than the one that was
 * approved, or kept putting its own content back.
 */
export type Unusable = "content" | "unapproved" | "contested";

/** What stopped a candidate, or a slot's own default, or the whole slot. */
export type Stop =
  | { readonly by: "stop" | "paused" | "objection" | "holdout" }
  | { readonly by: Unusable }
  | { readonly by: "suppression"; readonly suppression: string; readonly evaluation: Evaluation }
  | {
      readonly by: "cap";
      readonly offer: string;
      readonly shown: number;
      /** Part of it is known by its day only. */
      readonly byDay?: true | undefined;
    }
  | { readonly by: "eligibility"; readonly offer: string; readonly evaluation: Evaluation }
  /** Before its first day, after its last, or in a blackout: the day is the one on which that ends or ended. */
  | { readonly by: "not yet" | "over" | "blackout"; readonly offer: string; readonly on: string }
  /** It was dismissed, or taken, at that time. */
  | { readonly by: "dismissed" | "converted"; readonly offer: string; readonly at: number }
  /** The other offer is made on this page, or was made to this visitor before. */
  | { readonly by: "excluded"; readonly offer: string; readonly beside: string }
  | { readonly by: "targeting"; readonly evaluation: Evaluation };

/** One variation that was tried, in order of priority; without `stoppedBy` it is the one shown. */
export type Candidate = {
  readonly variation: string;
  readonly segment: string;
  readonly offer?: string | undefined;
  readonly goal: string;
  readonly stoppedBy?: Stop | undefined;
  /** Why the visitor is in the segment; there wherever they are, also where something else stopped it before. */
  readonly targeting?: Evaluation | undefined;
};

/** What a slot shows one visitor, with every reason. DESIGN §1, §2. */
export type Decision = {
  readonly slot: string;
  readonly outcome: "variation" | "default" | "neutral";
  /** The candidate that is shown; there when the outcome is "variation". */
  readonly shown?: Candidate | undefined;
  readonly candidates: readonly Candidate[];
  /** Why nothing was tried at all. */
  readonly stoppedBy?: Stop | undefined;
  /** Why the page's own content gave way to the neutral one. */
  readonly defaultStoppedBy?: Stop | undefined;
};
