type ServerTimed = {
  readonly serverTiming?: readonly { readonly name: string; readonly description: string }[];
};

/** The country as the server said it: on the script's tag, or in the `Server-Timing` of the page. */
export function countrySaid(script: HTMLOrSVGScriptElement | null): string | undefined {
  const tagged = script?.dataset.country;
  // Asking the browser for its timings takes time, before the first paint.
  if (tagged) return tagged;
  const [navigation] = performance.getEntriesByType("navigation") as ServerTimed[];
  return navigation?.serverTiming?.find(({ name }) => name === "country")?.description || undefined;
}
