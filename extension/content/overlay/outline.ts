import { styled } from "./overlay.ts";

/** Draws a frame around an element of the page, and follows it while the page scrolls. */
export type Outline = {
  readonly show: (selector: string | undefined) => void;
  /** Where it is already, without scrolling there. */
  readonly around: (element: Element | null) => void;
};

const ROOM = 4;

export function addOutline(root: ShadowRoot, signal: AbortSignal): Outline {
  const frame = styled("div", {
    position: "fixed",
    display: "none",
    boxSizing: "border-box",
    border: "3px solid #e2603a",
    borderRadius: "8px",
    background: "rgb(226 96 58 / 9%)",
    boxShadow: "0 0 0 2px rgb(255 255 255 / 85%)",
    pointerEvents: "none",
  });
  // Under the banner, which must always be readable.
  root.prepend(frame);
  let target: Element | null = null;
  const follow = () => {
    frame.style.display = target?.isConnected ? "block" : "none";
    if (!target) return;
    const { left, top, width, height } = target.getBoundingClientRect();
    Object.assign(frame.style, {
      left: `${left - ROOM}px`,
      top: `${top - ROOM}px`,
      width: `${width + 2 * ROOM}px`,
      height: `${height + 2 * ROOM}px`,
    });
  };
  const passively = { passive: true, capture: true, signal };
  window.addEventListener("scroll", follow, passively);
  window.addEventListener("resize", follow, passively);
  return {
    show(selector) {
      target = selector === undefined ? null : found(selector);
      if (target && !isInView(target)) target.scrollIntoView({ block: "center" });
      follow();
    },
    around(element) {
      target = element;
      follow();
    },
  };
}

function found(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
