/** Whom the marketer wants to see the page as. */
export type Choice = {
  readonly segment?: string | undefined;
  /** Suppressions that are true of this visitor besides. */
  readonly also: readonly string[];
  readonly withoutConsent: boolean;
};
