import { decodeManifest } from "../../shared/manifest/decodeManifest.ts";
import { needsCountry } from "./consent/needs-country.ts";
import { EVERY_PART } from "./every-part.ts";
import type { Forwhom } from "./forwhom.ts";
import { inspect } from "./inspect.ts";
import { startLater } from "./later.ts";
import { EVERY_LATER_PART } from "./later-parts.ts";
import { start as startPage } from "./start.ts";

const WITHOUT_COUNTRY = { ...EVERY_LATER_PART, country: undefined };

export type { Forwhom } from "./forwhom.ts";

/**
 * Starts Forwhom in this page from a manifest that `forwhom publish` wrote.
 *
 * @param manifest what `forwhom.json` holds.
 * @param options.country the visitor's country in two letters, as the server said it. Without it the endpoint
 * is asked, where the library depends on it.
 * @returns undefined where the manifest is not one: the page then shows its own content.
 * @example
 * import { start } from "forwhom";
 * start(await (await fetch("/forwhom.json")).json(), { country: "DE" });
 */
export function start(manifest: unknown, { country }: { country?: string } = {}): Forwhom | undefined {
  const decoded = decodeManifest(manifest);
  return (
    decoded &&
    startPage({
      manifest: decoded,
      country,
      parts: EVERY_PART,
      sanitizer: () => import("./script/sanitize.ts"),
      later: async () => ({
        inspect,
        startLater: (session, stage, signal) =>
          startLater(session, stage, signal, needsCountry(decoded) ? EVERY_LATER_PART : WITHOUT_COUNTRY),
      }),
    })
  );
}
