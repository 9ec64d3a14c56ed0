import browser from "webextension-polyfill";
import type { WrittenPlace } from "../../../shared/protocol/draft/in-place.ts";
import { addOverlay } from "../overlay/overlay.ts";
import { startWriting, type Told } from "./writing.ts";

/** Runs in the isolated world once the marketer wants to write in the page. Put in twice, it is there once. */
const WRITE = Symbol.for("forwhom.write");
const world = globalThis as unknown as { [WRITE]?: true };

if (!world[WRITE]) listen();
world[WRITE] = true;

function listen(): void {
  let stop = new AbortController();
  let last: { readonly selector: string; readonly end: () => void } | undefined;
  browser.runtime.onMessage.addListener((raw: unknown) => {
    const { type, place } = { ...(raw as Asked | undefined) };
    if (type !== "write in place") return undefined;
    // Told of its end, the background lets the page's own words be seen again: not where they are written anew.
    if (place?.selector !== last?.selector) last?.end();
    stop.abort();
    stop = new AbortController();
    if (place) {
      const { selector } = place;
      last = { selector, end: startWriting(addOverlay(stop.signal).root, place, tell, stop) };
    }
    return undefined;
  });
}

/** From our own background, which has validated it: the schema would bring zod into the page. */
type Asked = { readonly type?: unknown; readonly place?: WrittenPlace };

/** Where the extension was reloaded meanwhile nobody waits for an answer any more. */
const tell: Told = (writing) => {
  browser.runtime.sendMessage({ type: "writing", ...writing }).catch(() => undefined);
};
