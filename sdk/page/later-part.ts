import type { Session } from "./session.ts";
import type { Stage } from "./slots/stage.ts";

/** What the later part does once it is there. It is loaded when the page is idle, or when it is needed. */
export type LaterPart = {
  /** Consent changed: starts what it now covers, erases what it no longer covers. */
  readonly consentChanged: () => Promise<void>;
  /** Asks the endpoint again. */
  readonly refresh: () => Promise<void>;
  /** Erases everything that is kept on the device. */
  readonly forget: () => Promise<void>;
  readonly track: (
    event: string,
    fields?: Readonly<Record<string, string | number | boolean>>,
  ) => Promise<void>;
  readonly convert: (offer: string) => Promise<void>;
};

export type StartLaterPart = (session: Session, stage: Stage, signal: AbortSignal) => LaterPart;
