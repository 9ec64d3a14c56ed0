import type { Reading } from "../../shared/consent/reading.ts";

/** The bridge asks under this name, and the observer answers: events are all that two worlds share. */
export const ASK = "forwhom:ask";
export const ANSWER = "forwhom:answer";

/** Consent as the interfaces of IAB TCF and GPP say it, where they are there. */
export type Said = { readonly tcf?: Reading | undefined; readonly gpp?: Reading | undefined };

/** What the observer can say: whatever the page script claims, and what consent managers say. */
export type Answer = Said & { readonly claim?: unknown };
