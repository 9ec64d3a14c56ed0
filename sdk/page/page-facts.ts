import { ABSENT, type Fact, known } from "../../shared/engine/facts.ts";
import type { Manifest } from "../../shared/manifest/shape.ts";

type Read = (country: string | undefined) => string | undefined;

const READ: Readonly<Record<string, Read>> = {
  country: (country) => country,
  language: () => navigator.language,
  device: () => (innerWidth < 768 ? "phone" : "desktop"),
  path: () => location.pathname,
  host: () => location.hostname,
  referrer: () => {
    const from = document.referrer && new URL(document.referrer).hostname;
    return from === location.hostname ? "" : from;
  },
};

/** What the page and the request show by themselves: no consent is needed to look at it. */
export function pageFacts({ properties }: Manifest, country: string | undefined): Record<string, Fact> {
  const onPage = Object.entries(properties).filter(([, { from }]) => from === "page");
  return Object.fromEntries(
    onPage.map(([id, { of = "" }]) => {
      const value = of.startsWith("query.")
        ? new URLSearchParams(location.search).get(of.slice(6))
        : READ[of]?.(country);
      return [id, value ? known(value) : of === "country" ? { is: "unknown", because: "missing" } : ABSENT];
    }),
  );
}
