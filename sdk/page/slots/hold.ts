import { CONTENT, DONE, HYDRATE, type Slots, SWAPPED, selectorOf } from "./place.ts";

/** What must not be seen, and how to let slots be seen that an app has not taken over yet. */
export type Held = { readonly sheet: CSSStyleSheet; readonly spareApps: () => void };

/**
 * Keeps slots invisible, in their place, until they carry the mark of a decided slot; and hides a slot's
 * own content where other content stands beside it.
 */
export function hold(ids: readonly string[], slots: Slots): Held {
  const sheet = new CSSStyleSheet();
  const cover = (but: string) =>
    sheet.replaceSync(
      `[${SWAPPED}]>:not([${CONTENT}]){display:none!important}${ids.map((id) => `${selectorOf(id, slots)}:not([${DONE}]${but}){visibility:hidden!important}`).join("")}`,
    );
  cover("");
  document.adoptedStyleSheets.push(sheet);
  return { sheet, spareApps: () => cover(`,[${HYDRATE}],[${HYDRATE}] *`) };
}
