/** Resolves once the page has loaded and has nothing better to do; never after it was stopped. */
export const whenIdle = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const idle = () =>
      "requestIdleCallback" in window ? requestIdleCallback(() => resolve()) : setTimeout(resolve);
    if (document.readyState === "complete") idle();
    else addEventListener("load", idle, { once: true, signal });
  });
