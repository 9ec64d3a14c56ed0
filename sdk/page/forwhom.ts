import type { ConsentRecord } from "../../shared/consent/record.ts";
import type { Decision } from "../../shared/engine/trace.ts";
import type { Inspection } from "../../shared/protocol/inspection.ts";

/** What the page, and whoever builds it, can ask of Forwhom: `window.forwhom`. */
export type Forwhom = {
  /** What a slot shows, with every reason. */
  readonly decide: (slot: string) => Decision;
  /** All that this page view knows and decided; only what the library exposes is in it. */
  readonly inspect: () => Promise<Inspection>;
  readonly consent: () => ConsentRecord;
  /** Asks the endpoint again. */
  readonly refresh: () => Promise<void>;
  /**
   * Lets the visitor be known by a JWT that your server signed (its subject is the contact's id); whether
   * that worked. Without consent to know them nothing is sent, and it did not.
   */
  readonly identify: (token: string) => Promise<boolean>;
  /** Erases everything that Forwhom keeps on this device. */
  readonly forget: () => Promise<void>;
  /**
   * Keeps something that the visitor did, if consent covers it, with up to 10 labels: yes or no, a number, a
   * text of up to 100 letters. Names of Forwhom's own events are not kept. Never pass what a form field holds.
   */
  readonly track: (
    event: string,
    fields?: Readonly<Record<string, string | number | boolean>>,
  ) => Promise<void>;
  /** An offer's goal was reached. */
  readonly convert: (offer: string) => Promise<void>;
  /** The visitor does not want this offer now. */
  readonly dismiss: (offer: string) => Promise<void>;
  /** Listens to `decision`, `exposure` or `segment` (entered or left); answers how to stop listening. */
  readonly on: (
    event: "decision" | "exposure" | "segment",
    listener: (detail: unknown) => void,
  ) => () => void;
  /** Shows every slot's own content and does nothing more in this page view. */
  readonly stop: () => void;
};
