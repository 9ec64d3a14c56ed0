import { CONTENT, DONE, HYDRATE, type Slots, SWAPPED, selectorOf } from "./place.ts";

/** The sheet that hides what must not be seen, and how to bring it up to date. */
export type Held = { readonly sheet: CSSStyleSheet; readonly cover: () => void };

/**
 * Keeps slots invisible, in their place, until they carry the mark of a decided slot; and hides a slot's
 * own content where other content stands beside it. Of slots that are spared, those are seen that an app
 * has not taken over yet: they cannot be marked.
 */
export function hold(ids: readonly string[], slots: Slots, isSpared: (id: string) => boolean): Held {
  const sheet = new CSSStyleSheet();
  const held = (id: string) => {
    const apps = isSpared(id) ? `,[${HYDRATE}],[${HYDRATE}] *` : "";
    return `${selectorOf(id, slots)}:not([${DONE}]${apps}){visibility:hidden!important}`;
  };
  const cover = () =>
    sheet.replaceSync(`[${SWAPPED}]>:not([${CONTENT}]){display:none!important}${ids.map(held).join("")}`);
  cover();
  document.adoptedStyleSheets.push(sheet);
  return { sheet, cover };
}
