/**
 * The one element that the extension adds to a page: fixed, above everything, in a closed shadow root,
 * so that neither the page's styles nor its scripts reach what is in it and its layout stays as it is.
 */
export type Overlay = {
  readonly root: ShadowRoot;
  readonly remove: () => void;
  /** Lets it be seen, or not: it must not be in a picture of the page. */
  readonly show: (isShown: boolean) => void;
};

const STYLE: Readonly<Record<string, string>> = {
  all: "initial",
  position: "fixed",
  inset: "0",
  width: "0",
  height: "0",
  overflow: "visible",
  "z-index": "2147483647",
  "pointer-events": "none",
  "color-scheme": "light",
};

/** How often a page may throw the overlay out before it is let have its way. */
const PATIENCE = 50;

export function addOverlay(signal: AbortSignal): Overlay {
  const host = document.createElement("forwhom-overlay");
  for (const [name, value] of Object.entries(STYLE)) host.style.setProperty(name, value, "important");
  const root = host.attachShadow({ mode: "closed" });
  let patience = PATIENCE;
  const put = () => {
    if (host.isConnected || patience-- <= 0) return;
    document.documentElement.append(host);
  };
  const observer = new MutationObserver(put);
  const remove = () => {
    observer.disconnect();
    host.remove();
  };
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener("abort", remove, { once: true });
  put();
  const show = (isShown: boolean) =>
    host.style.setProperty("visibility", isShown ? "visible" : "hidden", "important");
  return { root, remove, show };
}

/** An element with styles set one by one: a style sheet or attribute may be refused by the page's CSP. */
export function styled(tag: string, style: Partial<CSSStyleDeclaration>, text?: string): HTMLElement {
  const element = document.createElement(tag);
  Object.assign(element.style, style);
  if (text !== undefined) element.textContent = text;
  return element;
}
