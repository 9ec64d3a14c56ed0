import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isBrowserThere } from "../../drive/find.ts";
import { type Firefox, launchFirefox } from "../../drive/firefox.ts";
import { sorted } from "./library.ts";
import { manifestOf, type Site, serveCases } from "./site.ts";
import { tryCases } from "./try.ts";
import { type Watched, watchedVisitor } from "./watch.ts";
import { CASES } from "./ways.ts";

/** Nothing of what the payloads name is anywhere but here. */
const ALONE = { "network.dns.localDomains": "evil.example", "network.dns.offline-localhost": true };

describe.skipIf(!(await isBrowserThere("firefox")))("HTML that would run script, in Firefox", () => {
  const cases = [...CASES.html, ...CASES.fragment];
  let firefox: Firefox;
  let site: Site;
  let visitor: Watched;
  beforeAll(async () => {
    firefox = await launchFirefox({ prefs: ALONE });
    site = await serveCases(cases, manifestOf(sorted(cases)));
  });
  afterAll(async () => {
    await firefox?.close();
    await site?.close();
  });
  beforeEach(async () => {
    visitor = await watchedVisitor(firefox.browser);
  });
  afterEach(() => visitor.end());

  const ways = (["html", "fragment"] as const).flatMap((way) => [
    [way, "its own"] as const,
    [way, "no"] as const,
  ]);
  it.each(ways)("runs none as %s with %s Sanitizer", async (way, sanitizer) => {
    if (sanitizer === "no")
      await visitor.page.evaluateOnNewDocument(() => {
        delete (Element.prototype as { setHTML?: unknown }).setHTML;
      });
    const { shown, harm } = await tryCases(visitor, site, CASES[way], "none");
    expect(harm).toEqual([]);
    expect(shown.size).toBe(CASES[way].length);
  });
});
