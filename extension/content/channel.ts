import type { Reading } from "../../shared/consent/reading.ts";

/** The bridge asks under this name, and the observer answers: events are all that two worlds share. */
export const ASK = "forwhom:ask";
export const ANSWER = "forwhom:answer";

/** What the observer can say: whatever the page script claims, and consent as the TCF API says it. */
export type Answer = { readonly claim?: unknown; readonly tcf?: Reading | undefined };
