/** How much of a slot has to be in view for how long, unless the library says. */
export type Seen = { readonly share?: number | undefined; readonly forMs?: number | undefined };

/** Calls once an element has been in view, by half and for one second unless told, while the page was visible. */
export function whenSeen(
  element: Element,
  { share = 0.5, forMs = 1_000 }: Seen = {},
  seen: () => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isInView = false;
  const weigh = () => {
    const isSeen = isInView && !document.hidden;
    if (isSeen && timer === undefined) timer = setTimeout(finish, forMs);
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
    { threshold: share },
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
