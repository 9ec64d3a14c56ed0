const SEEN_MS = 1_000;

/** Calls once an element has been in view, at least by half, for one second while the page was visible. */
export function whenSeen(element: Element, seen: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isInView = false;
  const weigh = () => {
    const isSeen = isInView && document.visibilityState === "visible";
    if (isSeen && timer === undefined) timer = setTimeout(finish, SEEN_MS);
    if (!isSeen) {
      clearTimeout(timer);
      timer = undefined;
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      isInView = entries.at(-1)?.isIntersecting ?? false;
      weigh();
    },
    { threshold: 0.5 },
  );
  const finish = () => {
    leave();
    seen();
  };
  const leave = () => {
    observer.disconnect();
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", weigh);
  };
  observer.observe(element);
  document.addEventListener("visibilitychange", weigh, { signal });
  signal.addEventListener("abort", leave);
}
