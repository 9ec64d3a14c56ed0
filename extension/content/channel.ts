import type { Reading } from "../../shared/consent/reading.ts";
import type { Signals } from "../../shared/protocol/watched.ts";

/** The bridge asks under this name, and the observer answers: events are all that two worlds share. */
export const ASK = "forwhom:ask";
export const ANSWER = "forwhom:answer";

/** Consent as the interfaces in the page's own world say it, where they are there. */
export type Said = {
  readonly tcf?: Reading | undefined;
  readonly gpp?: Reading | undefined;
  /** Of consent managers, each by its own interface. */
  readonly managers?: readonly Reading[] | undefined;
};

/** What the observer can say: whatever the page script claims, and what consent managers say. */
export type Answer = Said & {
  readonly claim?: unknown;
  /** There is a page script, which has not answered yet. */
  readonly isThinking?: boolean | undefined;
  readonly signals?: Signals | undefined;
  /** The globals of other personalization tools. */
  readonly globals?: readonly string[] | undefined;
};
