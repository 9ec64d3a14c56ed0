import type { Facts } from "../../shared/engine/facts.ts";
import type { Inspection } from "../../shared/protocol/inspection.ts";
import type { Session } from "./session.ts";
import type { Stage } from "./slots/stage.ts";

/** What the later part does once it is there. It is loaded when the page is idle, or when it is needed. */
export type LaterPart = {
  /** Starts what consent now covers; where something was withdrawn, erases what it no longer covers. */
  readonly consentChanged: (isWithdrawn: boolean) => Promise<void>;
  /** Asks the endpoint again. */
  readonly refresh: () => Promise<void>;
  /** Signs the visitor in by a token of the site; whether that worked. */
  readonly identify: (token: string) => Promise<boolean>;
  /** Erases everything that is kept on the device. */
  readonly forget: () => Promise<void>;
  readonly track: (
    event: string,
    fields?: Readonly<Record<string, string | number | boolean>>,
  ) => Promise<void>;
  readonly convert: (offer: string) => Promise<void>;
  readonly dismiss: (offer: string) => Promise<void>;
};

/** The module in which the later part comes. */
export type LaterModule = {
  readonly startLater: StartLaterPart;
  /** What this page view knows and decided, also in a preview. */
  readonly inspect: (session: Session, facts: Facts) => Inspection;
};

export type StartLaterPart = (session: Session, stage: Stage, signal: AbortSignal) => LaterPart;
