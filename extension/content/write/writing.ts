import type { Writing, WrittenPlace } from "../../../shared/protocol/draft/in-place.ts";
import { say } from "../../words.ts";
import { nameTag, placeTag } from "../overlay/name-tag.ts";
import { lay, writtenField } from "./field.ts";

export type Told = (writing: Writing) => void;

/** How long the page has to show what is to be written, once it was asked to. */
const SHOWN_WITHIN_MS = 5_000;

/** What a page hears of somebody who writes: nothing of it is its own. */
const HANDS = [
  ...["keydown", "keypress", "keyup", "beforeinput", "input", "paste", "copy", "cut"],
  ...["compositionstart", "compositionupdate", "compositionend"],
];

/**
 * Lets a person write in the page itself: in a field that lies over the words, and looks like them. Those
 * follow what is written, unseen meanwhile, so that the page makes room. Nothing of it reaches the page's scripts.
 */
export function startWriting(
  root: ShadowRoot,
  place: WrittenPlace,
  tell: Told,
  stop: AbortController,
): () => void {
  const { signal } = stop;
  const { selector } = place;
  const field = writtenField(place);
  const tag = nameTag();
  const told = (is: Writing["is"], text?: string) =>
    tell({ is, selector, ...(text !== undefined && { text }) });
  root.append(field, tag);

  const end = (is: Writing["is"]) => {
    if (signal.aborted) return;
    told(is);
    stop.abort();
  };
  // Whoever has just pressed a button in the panel is not in the page yet.
  const isFocused = () => document.hasFocus() && root.activeElement === field;
  const started = performance.now();
  let isThere = false;
  const follow = () => {
    if (signal.aborted) return;
    const shown = shownIn(selector);
    if (!shown && !isThere && performance.now() - started > SHOWN_WITHIN_MS) return end("nowhere");
    if (shown) {
      lay(field, shown, place.isLine);
      placeTag(tag, field, say(isFocused() ? "inPlaceWriting" : "inPlaceClick", { who: place.for }));
      if (!isThere) begin(shown);
    }
    requestAnimationFrame(follow);
  };
  const begin = (shown: Element) => {
    isThere = true;
    shown.scrollIntoView({ block: "nearest" });
    field.focus({ preventScroll: true });
    field.select();
  };

  let isEnding = false;
  const options = { capture: true, signal };
  for (const type of HANDS)
    window.addEventListener(
      type,
      (event) => {
        if (root.activeElement !== field || event.target !== root.host) return;
        event.stopImmediatePropagation();
        if (!event.isTrusted) return;
        if (type === "input") told("writing", field.value);
        if (event instanceof KeyboardEvent && type === "keydown" && isEnd(event)) {
          event.preventDefault();
          isEnding = true;
        }
        // Not before the key is let go, which would reach the page.
        if (isEnding && type === "keyup") end("done");
      },
      options,
    );
  // Whoever goes on elsewhere in the page is done here.
  window.addEventListener(
    "pointerdown",
    (event) => isThere && event.isTrusted && event.target !== root.host && end("done"),
    options,
  );
  requestAnimationFrame(follow);
  return () => end("done");
}

/** A key with which an input method takes its proposal ends nothing. */
const isEnd = ({ key, isComposing }: KeyboardEvent) => !isComposing && (key === "Enter" || key === "Escape");

/** What the page script has put there instead of the page's own words; what stands there may itself have been put aside. */
function shownIn(selector: string): Element | undefined {
  try {
    const all = document.querySelectorAll(`:is(${selector}) [data-fw-content]`);
    return [...all].find((one) => one.checkVisibility());
  } catch {
    return undefined;
  }
}
