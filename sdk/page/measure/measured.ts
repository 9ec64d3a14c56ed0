/** One thing that was counted, on its way to the endpoint. */
export type Measured = {
  readonly id: string;
  readonly type: "exposure" | "conversion" | "suppressed" | "segment";
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly slot?: string | undefined;
  readonly variation?: string | undefined;
  readonly segment?: string | undefined;
  readonly reportAs?: string | undefined;
  readonly offer?: string | undefined;
  readonly goal?: string | undefined;
  /** The decision that it comes of: what was shown and what was kept away by one have the same. */
  readonly decision?: string | undefined;
  /** What kept a variation away: a suppression's id, or a word such as "cap". */
  readonly by?: string | undefined;
  /** What became of the visitor's place in the segment. */
  readonly change?: "entered" | "left" | undefined;
  /** Of when the endpoint's answer was on which it rests, ISO 8601: how old it was then is the difference. */
  readonly asOf?: string | undefined;
  /** The exposure that a conversion is credited to. */
  readonly credits?: string | undefined;
  /** A held-out visitor sees the page's own content instead of the variation. */
  readonly arm?: "shown" | "holdout" | undefined;
  /** The manifest's version. */
  readonly library: string;
};
