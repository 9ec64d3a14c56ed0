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

/** How often a page may throw the overlay out, hide or cover it before it is let have its way. */
const PATIENCE = 200;

export function addOverlay(signal: AbortSignal): Overlay {
  const host = document.createElement("forwhom-overlay");
  const root = host.attachShadow({ mode: "closed" });
  let patience = PATIENCE;
  let visibility = "visible";
  const put = () => {
    if (patience-- <= 0) return;
    // Whatever the page has written on it goes, its other attributes too.
    for (const name of host.getAttributeNames()) host.removeAttribute(name);
    for (const [name, value] of Object.entries({ ...STYLE, visibility }))
      host.style.setProperty(name, value, "important");
    if (!host.isConnected) document.documentElement.append(host);
    raise(host);
    // What was just written is no news.
    written.takeRecords();
  };
  const moved = new MutationObserver(() => host.parentNode !== document.documentElement && putBack());
  const written = new MutationObserver(put);
  const putBack = () => {
    host.remove();
    put();
  };
  // What comes into the top layer later lies over what is there: a dialog, a popover, a full screen.
  const covered = ({ target }: Event) => {
    if (target !== host || !isRaised(host)) put();
  };
  const options = { signal, capture: true };
  for (const type of ["toggle", "fullscreenchange"]) window.addEventListener(type, covered, options);
  const remove = () => {
    moved.disconnect();
    written.disconnect();
    host.remove();
  };
  moved.observe(document, { childList: true, subtree: true });
  written.observe(host, { attributes: true });
  signal.addEventListener("abort", remove, { once: true });
  put();
  const show = (isShown: boolean) => {
    visibility = isShown ? "visible" : "hidden";
    // This is us, not the page.
    patience += 1;
    put();
  };
  return { root, remove, show };
}

/** Into the browser's top layer, over everything that the page has: no z-index, clip or opacity reaches there. */
function raise(host: HTMLElement): void {
  if (typeof host.showPopover !== "function") return;
  if (isRaised(host)) host.hidePopover();
  host.popover = "manual";
  try {
    host.showPopover();
  } catch {
    // The document is going away, or not drawn: then it stays fixed.
  }
}

const isRaised = (host: HTMLElement): boolean => host.matches(":popover-open");

/** An element with styles set one by one: a style sheet or attribute may be refused by the page's CSP. */
export function styled(tag: string, style: Partial<CSSStyleDeclaration>, text?: string): HTMLElement {
  const element = document.createElement(tag);
  Object.assign(element.style, style);
  if (text !== undefined) element.textContent = text;
  return element;
}
