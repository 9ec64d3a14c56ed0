import type { Page } from "puppeteer-core";
import type { SiteParts } from "./serve.ts";

/** What is put to the test: a page that measures, and where its events arrive. */
export type Subject = {
  readonly name: string;
  readonly site: Omit<SiteParts, "fault" | "delayMs">;
  /** Runs in each page before its own scripts, where it tells `window.accepted(id)` what was accepted. */
  readonly watch?: () => void;
  /** The ids of all events that arrived, as they stand in the end: twice where one is counted twice. */
  readonly received: () => Promise<readonly string[]>;
  /** Resolves once a page that was opened in quiet has nothing left to send. */
  readonly drained: (page: Page) => Promise<unknown>;
  readonly close?: () => Promise<void>;
};

declare global {
  interface Window {
    /** Tells the bench that an event was accepted. */
    accepted(id: string): void;
  }
}
