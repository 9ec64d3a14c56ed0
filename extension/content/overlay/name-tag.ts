import { styled } from "./overlay.ts";

/** Says in the page what an element is to the marketer. */
export const nameTag = () =>
  styled("div", {
    position: "fixed",
    display: "none",
    boxSizing: "border-box",
    maxWidth: "min(420px, calc(100vw - 16px))",
    padding: "4px 9px",
    borderRadius: "7px",
    background: "#14322c",
    color: "#fdf8f0",
    font: "600 13px/1.35 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
    overflow: "hidden",
    whiteSpace: "nowrap",
    textOverflow: "ellipsis",
    pointerEvents: "none",
  });

const TALL = 30;
const EDGE = 8;

/** Above the element, or inside it where there is no room above. */
export function placeTag(name: HTMLElement, element: HTMLElement, words: string): void {
  const { left, top } = element.getBoundingClientRect();
  name.textContent = words;
  name.dir = "auto";
  Object.assign(name.style, {
    display: words === "" ? "none" : "block",
    left: `${Math.max(EDGE, left)}px`,
    top: `${Math.max(EDGE, top >= TALL + EDGE ? top - TALL - EDGE : top + EDGE)}px`,
  });
  const { right } = name.getBoundingClientRect();
  if (right > innerWidth - EDGE) name.style.left = `${Math.max(EDGE, left - (right - innerWidth) - EDGE)}px`;
}
