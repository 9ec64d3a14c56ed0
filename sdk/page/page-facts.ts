import { ABSENT, type Fact, known, unknown } from "../../shared/engine/facts.ts";
import { factsFrom } from "../../shared/manifest/facts.ts";
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
export const pageFacts = (manifest: Manifest, country: string | undefined): Record<string, Fact> =>
  factsFrom(manifest.properties, "page", ({ of = "" }) => {
    const value = of.startsWith("query.")
      ? new URLSearchParams(location.search).get(of.slice(6))
      : READ[of]?.(country);
    return value ? known(value) : of === "country" ? unknown("missing") : ABSENT;
  });
