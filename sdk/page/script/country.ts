type ServerTimed = {
  readonly serverTiming?: readonly { readonly name: string; readonly description: string }[];
};

/** The country as the server said it: on the script's tag, or in the `Server-Timing` of the page. */
export function countrySaid(script: HTMLOrSVGScriptElement | null): string | undefined {
  const [navigation] = performance.getEntriesByType("navigation") as ServerTimed[];
  const timed = navigation?.serverTiming?.find(({ name }) => name === "country")?.description;
  return script?.dataset.country || timed || undefined;
}
