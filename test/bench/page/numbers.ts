/** What a browser itself measured of a page. */
export interface Numbers {
  /** Milliseconds since the navigation began. */
  readonly fcp: number;
  readonly lcp: number;
  readonly cls: number;
  /** The script files that the page loaded, as they are sent (brotli), whether or not they were in the cache. */
  readonly scriptBytes: number;
  /** The paths of the page's own requests by `fetch`. */
  readonly asked: readonly string[];
}

/** Runs in the page, so it stands for itself: functions named inside would need the loader's own help. */
export async function readNumbers(): Promise<Numbers> {
  const entries = { "layout-shift": [], "largest-contentful-paint": [] } as {
    "layout-shift": (PerformanceEntry & { readonly value: number })[];
    "largest-contentful-paint": PerformanceEntry[];
  };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) entries[entry.entryType as "layout-shift"].push(entry as never);
  });
  for (const type of Object.keys(entries)) observer.observe({ type, buffered: true });
  // What is buffered is handed over in a task of its own, before the next frame's tasks.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const fcp = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  const lcp = entries["largest-contentful-paint"].at(-1)?.startTime;
  if (fcp === undefined || lcp === undefined) throw new Error("The browser has not painted the page.");
  const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  return {
    cls: entries["layout-shift"].reduce((sum, { value }) => sum + value, 0),
    fcp,
    lcp,
    scriptBytes: resources
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    asked: resources
      .filter(({ initiatorType }) => initiatorType === "fetch")
      .map(({ name }) => new URL(name).pathname),
  };
}
