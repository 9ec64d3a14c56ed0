import type { PointedElement } from "../../../shared/protocol/draft/draft.ts";
import type { PointingStep } from "../../../shared/protocol/draft/pointing-steps.ts";
import { called } from "../../called.ts";
import { nameTag, placeTag } from "../overlay/name-tag.ts";
import { addOutline } from "../overlay/outline.ts";
import { styled } from "../overlay/overlay.ts";
import { described } from "./element.ts";
import { firstOf, pointable, stepFrom } from "./steps.ts";

export type Told = (is: "pointing" | "chosen" | "left", element?: PointedElement) => void;
export type Pointing = { readonly step: (step: PointingStep) => void };

const KEYS: Readonly<Record<string, PointingStep>> = {
  ArrowUp: "parent",
  ArrowDown: "child",
  ArrowLeft: "previous",
  ArrowRight: "next",
  Enter: "choose",
  Escape: "leave",
};

const HANDS = [
  ...["pointerdown", "pointerup", "mousedown", "mouseup", "click", "dblclick", "auxclick", "contextmenu"],
  ...["touchstart", "touchend", "dragstart"],
];

/**
 * Lets a person point at one element of the page: by hand or by keys, until one is chosen or Escape. Nothing
 * of it reaches the page, and nothing that the page does by itself counts as pointing.
 */
export function startPointing(root: ShadowRoot, tell: Told, stop: AbortController): Pointing {
  const { signal } = stop;
  const outline = addOutline(root, signal);
  const name = nameTag();
  // Takes every click, so that even what listens before us is not clicked on.
  const shield = styled("div", {
    position: "fixed",
    inset: "0",
    pointerEvents: "auto",
    cursor: "crosshair",
    touchAction: "none",
  });
  root.prepend(shield);
  root.append(name);
  let current: HTMLElement | undefined;

  const pointAt = (element: HTMLElement | undefined, isByKey = false) => {
    if (!element || element === current) return;
    current = element;
    if (isByKey) element.scrollIntoView({ block: "nearest" });
    outline.around(element);
    const pointed = described(element);
    if (pointed) tell("pointing", pointed);
    placeTag(name, element, pointed ? called(pointed) : "");
  };
  const step = (to: PointingStep) => {
    if (to === "leave") {
      stop.abort();
      return tell("left");
    }
    if (to !== "choose") return pointAt(current ? stepFrom(current, to) : firstOf(document), true);
    const chosen = current && described(current);
    if (!chosen) return;
    stop.abort();
    tell("chosen", chosen);
  };

  const options = { capture: true, passive: false, signal };
  const isOurs = (event: Event) => {
    if (!event.isTrusted) return false;
    event.preventDefault();
    event.stopImmediatePropagation();
    return true;
  };
  const under = ({ clientX, clientY }: MouseEvent) =>
    pointable(
      document.elementsFromPoint(clientX, clientY).find(({ localName }) => localName !== "forwhom-overlay"),
    );
  window.addEventListener("pointermove", (event) => isOurs(event) && pointAt(under(event)), options);
  for (const type of HANDS)
    window.addEventListener(
      type,
      (event) => {
        if (!isOurs(event) || type !== "click") return;
        pointAt(under(event as MouseEvent));
        step("choose");
      },
      options,
    );
  window.addEventListener(
    "keydown",
    (event) => {
      const asked = KEYS[event.key];
      if (asked !== undefined && isOurs(event)) step(asked);
    },
    options,
  );
  const end = () => {
    shield.remove();
    name.remove();
  };
  signal.addEventListener("abort", end, { once: true });
  pointAt(firstOf(document));
  return { step };
}
