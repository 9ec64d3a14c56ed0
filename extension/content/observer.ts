import { type GppPing, heardGpp } from "../../shared/consent/iab/gpp.ts";
import { readTcData } from "../../shared/consent/iab/tcf.ts";
import type { Reading } from "../../shared/consent/reading.ts";
import { globalsThere } from "./asked/globals.ts";
import { askManagers } from "./asked/managers.ts";
import { readSignals } from "./asked/signals.ts";
import { ANSWER, type Answer, ASK } from "./channel.ts";

type TcfApi = (
  command: string,
  version: number,
  callback: (data: unknown, isSuccess: boolean) => void,
) => void;
type GppApi = (command: string, callback: (event: unknown, isSuccess: boolean) => void) => void;
type PageWindow = {
  forwhom?: { inspect?: () => unknown };
  __tcfapi?: TcfApi;
  __gpp?: GppApi;
  [observer: symbol]: unknown;
};

/**
 * Runs in the page's own world, where the page script can be asked what it decided. Nothing here is
 * safe from the page: whatever is said is a claim, and is validated where it arrives.
 */
const page = window as unknown as PageWindow;
const OBSERVER = Symbol.for("forwhom.observer");

/** How long the page script may think before the others are heard without it. */
const PATIENCE_MS = 600;

let claim: unknown;
let tcf: Reading | undefined;
let gpp: Reading | undefined;
let tcData: unknown;
let gppPing: GppPing | undefined;
let isListening = false;
let isListeningToGpp = false;

if (!page[OBSERVER]) {
  Object.defineProperty(page, OBSERVER, { value: true });
  document.addEventListener(ASK, () => void answer());
  void answer();
}

async function answer(): Promise<void> {
  listenToTcf();
  listenToGpp();
  const inspected = inspect();
  const managers = await askManagers();
  const tell = (isThinking = false) => {
    const signals = readSignals({ tcData, gppPing });
    const thinking = isThinking && { isThinking };
    const said = { claim, ...thinking, tcf, gpp, managers, signals, globals: globalsThere() };
    document.dispatchEvent(new CustomEvent(ANSWER, { detail: written(said) }));
  };
  // A page script that thinks for long, or for ever, must not silence what everybody else says.
  const waiting = setTimeout(tell, PATIENCE_MS, true);
  claim = await inspected;
  clearTimeout(waiting);
  tell();
}

/** What the page claims may be nothing that can be written down: the rest is heard all the same. */
function written({ claim, ...said }: Answer): string {
  try {
    return JSON.stringify({ claim, ...said });
  } catch {
    return JSON.stringify(said);
  }
}

async function inspect(): Promise<unknown> {
  try {
    return await page.forwhom?.inspect?.();
  } catch {
    return undefined;
  }
}

/** A consent manager may come after us, so it is looked for at every question until it is there. */
function listenToTcf(): void {
  if (isListening || typeof page.__tcfapi !== "function") return;
  isListening = true;
  try {
    page.__tcfapi("addEventListener", 2, (data, isSuccess) => {
      if (!isSuccess || typeof data !== "object" || data === null) return;
      tcData = data;
      tcf = readTcData(data);
      void answer();
    });
  } catch {
    // A broken API says nothing; the cookie is read all the same.
  }
}

function listenToGpp(): void {
  if (isListeningToGpp || typeof page.__gpp !== "function") return;
  isListeningToGpp = true;
  try {
    page.__gpp("addEventListener", (event, isSuccess) => {
      const { pingData } = { ...(event as { pingData?: GppPing } | null) };
      if (!isSuccess || typeof pingData !== "object" || pingData === null) return;
      gppPing = pingData;
      gpp = heardGpp(pingData, gpp);
      void answer();
    });
  } catch {
    // A broken API says nothing.
  }
}
