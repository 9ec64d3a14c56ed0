import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Library } from "../../../../shared/library/library.ts";
import { library as bench } from "../../../bench/page/landing/library.ts";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { launchFirefox } from "../../drive/firefox.ts";
import { until } from "../../drive/until.ts";
import { type Stand, seenOn, serveStand, slotOf } from "../slots/stand.ts";
import { newVisitor } from "../visit.ts";

const BROWSERS = [
  { name: "chromium", launch: launchChromium },
  { name: "firefox", launch: launchFirefox },
] as const;

const { "tier-a": tierA } = bench.segments;
if (!tierA) throw new Error("The smallest library has another segment now.");
const germany: Library["segments"][string] = {
  ...tierA,
  input: "region",
  when: { property: "country", is: "DE" },
  tests: [{ name: "somebody in Berlin", visitor: { properties: { country: "DE" } }, expect: "yes" }],
};
/** What the page itself says of the visitor needs no consent. */
const forGermans = slotOf(
  { text: "Hallo" },
  {
    variations: [{ id: "where-de", for: "germany", goal: "acquisition", content: { text: "Hallo" } }],
  },
);

/** Osano's documented interface, and everything that goes wrong: also in the call by which it tells an answer. */
const CMP = `
  const listeners = [];
  window.Osano = { cm: { addEventListener: (_event, told) => listeners.push(told) } };
  window.wrong = [];
  addEventListener("error", ({ message }) => wrong.push(message));
  addEventListener("unhandledrejection", ({ reason }) => wrong.push(String(reason)));
  window.choose = (answer) => {
    try {
      for (const told of listeners) told({ STORAGE: answer, PERSONALIZATION: answer, ANALYTICS: answer });
    } catch (error) {
      wrong.push(String(error));
    }
  };
`;

for (const { name, launch } of BROWSERS)
  describe.skipIf(!(await isBrowserThere(name)))(
    `in ${name}, a page in a frame that may keep nothing, not even cookies`,
    () => {
      let opened: { readonly browser: Browser; close(): Promise<void> };
      let stand: Stand;
      beforeAll(async () => {
        opened = await launch();
        stand = await serveStand(
          { top: slotOf({ text: "Changed" }), where: forGermans },
          `<script src="/cmp.js"></script>
<section data-fw-slot="top">Own</section><section data-fw-slot="where">Own</section>`,
          {
            properties: {
              ...bench.properties,
              country: { input: "region", type: "text", from: "page", of: "country" },
            },
            segments: { ...bench.segments, germany },
            consent: {
              source: "osano",
              gates: {
                storage: "STORAGE",
                behavior: "PERSONALIZATION",
                crm: "PERSONALIZATION",
                measurement: "ANALYTICS",
              },
            },
          },
        );
        stand.files["/cmp.js"] = CMP;
        stand.files["/framing"] = `<!doctype html><iframe sandbox="allow-scripts" src="/page"></iframe>`;
      });
      afterAll(async () => {
        await opened?.close();
        await stand?.close();
      });

      it("shows its own content, and hears nothing of us when its consent manager says yes, and then no", async () => {
        const { page, errors, end } = await newVisitor(opened.browser);
        await page.goto(`${stand.url}/framing`, { waitUntil: "load" });
        const frame = page.frames().find((one) => one.url().endsWith("/page"));
        if (!frame) throw new Error("There is no frame.");
        const storage = () => frame.evaluate("forwhom.consent().gates.storage");
        const wrong = () => frame.evaluate("wrong");
        expect(await frame.evaluate("try { document.cookie } catch ({ name }) { name }")).toBe(
          "SecurityError",
        );
        expect(await storage()).toBe("unknown");

        await frame.evaluate(`choose("ACCEPT")`);
        expect(await wrong()).toEqual([]);
        expect(await storage()).toBe("open");
        await until("the later part is there", () => stand.asked.some((path) => path.includes("later")));
        await frame.evaluate("forwhom.inspect()");
        await page.waitForNetworkIdle();
        await frame.evaluate(`choose("DENY")`);
        expect(await storage()).toBe("closed");
        await frame.evaluate("forwhom.inspect()");
        expect(await wrong()).toEqual([]);
        expect(await seenOn(frame as unknown as typeof page)).toEqual({ top: "Own", where: "Hallo" });
        expect(errors).toEqual([]);
        await end();
      });

      it("shows what needs no consent where its consent manager says yes before anything is decided", async () => {
        const { page, errors, end } = await newVisitor(opened.browser);
        await page.evaluateOnNewDocument(`
          const consent = { STORAGE: "ACCEPT", PERSONALIZATION: "ACCEPT", ANALYTICS: "ACCEPT" };
          window.Osano = { cm: { addEventListener: (_event, told) => told(consent) } };
        `);
        stand.files["/cmp.js"] = "";
        await page.goto(`${stand.url}/framing`, { waitUntil: "load" });
        const frame = page.frames().find((one) => one.url().endsWith("/page"));
        if (!frame) throw new Error("There is no frame.");
        expect(await frame.evaluate("window.forwhom?.consent().gates.storage")).toBe("open");
        await page.waitForNetworkIdle();
        expect(await seenOn(frame as unknown as typeof page)).toEqual({ top: "Own", where: "Hallo" });
        expect(errors).toEqual([]);
        await end();
      });
    },
  );
