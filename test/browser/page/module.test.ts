import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { createSite } from "../../site/server.ts";
import { launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";

/** What a site's own bundle would do. As text: the test runner rewrites `import()` in functions. */
const START = `(async () => {
  const { start } = await import("/module.js");
  const manifest = await (await fetch("/forwhom.json")).json();
  const decision = start(manifest, { country: "DE" }).decide("strip");
  return { shown: decision.shown?.variation, refused: start({ forwhom: 2 }) };
})()`;

it.skipIf(!(await isBrowserThere("chromium")))(
  "the page script as a module decides as the script does",
  async () => {
    const chromium = await launchChromium();
    const site = await createSite({ port: 0, withoutForwhom: true });
    const page = await chromium.openTab();
    const body = await readFile("dist/page/module/index.js", "utf8");
    await page.setRequestInterception(true);
    page.on("request", (request) =>
      request.url().endsWith("/module.js")
        ? request.respond({ contentType: "text/javascript", body })
        : request.continue(),
    );
    await page.goto(`${site.url}/?utm_source=partner`, { waitUntil: "load" });
    expect(await page.evaluate(START)).toEqual({ shown: "strip-partner", refused: undefined });
    await chromium.close();
    await site.close();
  },
);
