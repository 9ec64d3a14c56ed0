type Navigates = { readonly navigation?: EventTarget };

/**
 * Calls when the page becomes another without being loaded, before its slots appear: as soon as the
 * address changes. Answers what to call after a change of the document, for browsers that do not tell.
 */
export function whenNavigated(entered: () => void, signal: AbortSignal): () => void {
  const address = () => location.pathname + location.search;
  let before = address();
  const look = () => {
    if (address() === before) return;
    before = address();
    entered();
  };
  (window as Navigates).navigation?.addEventListener("currententrychange", look, { signal });
  addEventListener("popstate", look, { signal });
  return look;
}
