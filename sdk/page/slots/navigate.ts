type Navigates = { readonly navigation?: EventTarget };

/**
 * Calls when the page becomes another without being loaded, before its slots appear: as soon as the
 * address changes, or else at the first change of the document after it.
 */
export function whenNavigated(entered: () => void, signal: AbortSignal): void {
  const address = () => location.pathname + location.search;
  let before = address();
  const look = () => {
    if (address() === before) return;
    before = address();
    entered();
  };
  (window as Navigates).navigation?.addEventListener("currententrychange", look, { signal });
  addEventListener("popstate", look, { signal });
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
