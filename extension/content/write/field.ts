import type { WrittenPlace } from "../../../shared/protocol/draft/in-place.ts";
import { styled } from "../overlay/overlay.ts";

const CORAL = "#e2603a";

/** All that makes words look as they do where they stand. */
const LOOKS = [
  ...["fontFamily", "fontSize", "fontWeight", "fontStyle", "fontStretch", "fontVariant", "fontKerning"],
  ...["fontFeatureSettings", "fontVariationSettings", "letterSpacing", "wordSpacing", "lineHeight"],
  ...["textTransform", "textIndent", "textWrap", "overflowWrap", "wordBreak", "hyphens"],
  ...["direction", "color"],
] as const;

/** A field without anything of its own but a line around it; seen while it has the focus. */
export function writtenField({ text, for: who }: Pick<WrittenPlace, "text" | "for">): HTMLTextAreaElement {
  const field = styled("textarea", {
    position: "fixed",
    boxSizing: "content-box",
    margin: "0",
    padding: "0",
    border: "0",
    borderRadius: "3px",
    outline: `2px dashed ${CORAL}`,
    outlineOffset: "5px",
    background: "none",
    resize: "none",
    overflow: "hidden",
    pointerEvents: "auto",
    cursor: "text",
  }) as HTMLTextAreaElement;
  field.value = text;
  field.maxLength = 5_000;
  field.setAttribute("aria-label", who);
  // Without the focus the page's own words are seen, which are the same.
  const isSeen = (is: boolean) => () => {
    field.style.setProperty("-webkit-text-fill-color", is ? "currentcolor" : "transparent");
    field.style.outlineStyle = is ? "solid" : "dashed";
  };
  field.addEventListener("focus", isSeen(true));
  field.addEventListener("blur", isSeen(false));
  isSeen(false)();
  return field;
}

/** Lays the field over what is shown, letter over letter. */
export function lay(field: HTMLTextAreaElement, shown: Element, isLine: boolean): void {
  const style = getComputedStyle(shown);
  const box = isLine ? lineOf(shown) : blockOf(shown);
  const [first] = shown.getClientRects();
  const line = Number.parseFloat(style.lineHeight) || (first?.height ?? 0);
  const top = first ? first.top - (line - first.height) / 2 : box.top;
  for (const look of LOOKS) if (field.style[look] !== style[look]) field.style[look] = style[look];
  Object.assign(field.style, {
    left: `${box.left}px`,
    top: `${top}px`,
    width: `${box.width}px`,
    height: "0",
    whiteSpace: isLine ? "pre" : "pre-wrap",
    textAlign: isLine ? "start" : getComputedStyle(shown.parentElement ?? shown).textAlign,
  });
  field.style.height = `${Math.max(line, field.scrollHeight)}px`;
  if (isLine) field.style.width = `${Math.max(LEAST_WIDTH, box.width, field.scrollWidth)}px`;
}

/** A line from which everything was deleted must still be found. */
const LEAST_WIDTH = 24;

type Box = Pick<DOMRect, "left" | "top" | "width">;

const lineOf = (shown: Element): Box => shown.getBoundingClientRect();

/** The room that words have before they break: that of the nearest element which is not itself in a line. */
function blockOf(shown: Element): Box {
  let block = shown.parentElement ?? shown;
  while (block.parentElement && /^(?:inline|contents)$/.test(getComputedStyle(block).display))
    block = block.parentElement;
  const { left, top, width } = block.getBoundingClientRect();
  const style = getComputedStyle(block);
  const edge = (...names: readonly string[]) =>
    names.reduce((sum, name) => sum + Number.parseFloat(style.getPropertyValue(name)), 0);
  const start = edge("padding-left", "border-left-width");
  return {
    left: left + start,
    top: top + edge("padding-top", "border-top-width"),
    width: width - start - edge("padding-right", "border-right-width"),
  };
}
