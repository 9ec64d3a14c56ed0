import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { type KeptVisitors, NOBODY_KEPT, readVisitors } from "./visitors.ts";

const keyFor = (origin: string) => `visitors:${origin}`;

async function keptVisitors(origin: string): Promise<KeptVisitors> {
  const { [keyFor(origin)]: kept } = await browser.storage.local.get(keyFor(origin));
  return readVisitors(kept);
}

/** One change after the other: none may be made to what another is about to replace. */
let last: Promise<void> = Promise.resolve();

export function changeVisitors(origin: string, change: (kept: KeptVisitors) => KeptVisitors): Promise<void> {
  last = last
    .catch(() => undefined)
    .then(async () => {
      const kept = change(await keptVisitors(origin));
      await browser.storage.local.set({ [keyFor(origin)]: kept });
    });
  return last;
}

/** The visitors that are kept for a site, on this device only; as they change, in whichever panel. */
export function useVisitors(origin: string): KeptVisitors {
  const [kept, setKept] = useState(NOBODY_KEPT);
  useEffect(() => {
    let isWanted = true;
    const read = () => void keptVisitors(origin).then((visitors) => isWanted && setKept(visitors));
    const listener = (changes: Readonly<Record<string, unknown>>, area: string) => {
      if (area === "local" && keyFor(origin) in changes) read();
    };
    browser.storage.onChanged.addListener(listener);
    read();
    return () => {
      isWanted = false;
      browser.storage.onChanged.removeListener(listener);
    };
  }, [origin]);
  return kept;
}
