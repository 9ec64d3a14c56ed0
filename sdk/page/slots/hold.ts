import { DONE, type Slots, selectorOf } from "./place.ts";

/** Keeps slots invisible, in their place, until they carry the mark of a decided slot. Answers how to let go. */
export function hold(ids: readonly string[], slots: Slots): () => void {
  if (ids.length === 0) return () => {};
  const held = ids.map((id) => `${selectorOf(id, slots)}:not([${DONE}])`).join(",");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${held}{visibility:hidden!important}`);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    sheet.disabled = true;
  };
}
