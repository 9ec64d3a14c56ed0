/** Resolves once the page has loaded, has been painted and has nothing better to do; never after it was stopped. */
export const whenIdle = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const idle = () =>
      "requestIdleCallback" in window ? requestIdleCallback(() => resolve()) : setTimeout(resolve);
    // A slow device has loaded a page before it paints it. A task comes after the frame; a hidden page has none.
    const painted = () => (document.hidden ? idle() : requestAnimationFrame(() => setTimeout(idle)));
    if (document.readyState === "complete") painted();
    else addEventListener("load", painted, { once: true, signal });
  });
