import { expect, it } from "vitest";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { heardVisitor, noise } from "../faults/quiet.ts";
import { sorted } from "./library.ts";
import { manifestOf, type Policy, serveCases } from "./site.ts";
import { settled } from "./watch.ts";
import type { Case } from "./ways.ts";

const slot = (id: string, attributes: { href?: string; src?: string }, markup: string): Case => ({
  id,
  page: "/elements",
  payload: "",
  content: { attributes },
  markup,
});

/** Elements whose address is script, or whose address is every script's. */
const CASES = [
  slot("script", { src: "/canary/script.js" }, '<script data-fw-slot="script"></script>'),
  slot("svg", { href: "/canary/svg.js" }, '<svg><script data-fw-slot="svg"></script></svg>'),
  slot("base", { href: "/canary/base/" }, '<base data-fw-slot="base">'),
];

it.skipIf(!(await isBrowserThere("chromium"))).each<Policy>(["none", "strict"])(
  "a library gives no address to a script of the page, nor to all of them, under this policy: %s",
  async (policy) => {
    const chromium = await launchChromium();
    const site = await serveCases(CASES, manifestOf(sorted(CASES)));
    const visit = await heardVisitor(chromium.browser);
    visit.page.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
    await visit.page.goto(`${site.url}/elements?policy=${policy}`, { waitUntil: "load" });
    await settled(visit.page);
    const addresses = await visit.page.evaluate(() =>
      [...document.querySelectorAll("[data-fw-slot]")].map(
        (one) => one.getAttribute("src") ?? one.getAttribute("href"),
      ),
    );
    expect(addresses).toEqual([null, null, null]);
    expect(site.canaries()).toEqual([]);
    expect(noise(visit)).toEqual([]);
    await chromium.close();
    await site.close();
  },
);
