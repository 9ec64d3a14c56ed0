import type { Reading } from "../../../shared/consent/reading.ts";

/** One source of consent: read at once from what it keeps, then followed through its own interface. */
export type ConsentSource = {
  /** What the source says now; undefined: it has no opinion. */
  readonly read: () => Reading | undefined;
  readonly follow: (changed: (reading: Reading) => void, signal: AbortSignal) => void;
};
