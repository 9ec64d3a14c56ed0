import { expect, it } from "vitest";
import { launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { CORPUS } from "./corpus/corpus.ts";
import { judge } from "./judge.ts";
import { sorted } from "./library.ts";
import { manifestOf, serveCases } from "./site.ts";
import { watchedVisitor } from "./watch.ts";

/** Whether a page that trusts a payload is still there to be asked. */
const staysHere = (payload: string) => !/refresh|<base|action="/i.test(payload);

it.skipIf(!(await isBrowserThere("chromium")))(
  "what is tried here does run in a page that trusts it, and is noticed there",
  async () => {
    const chromium = await launchChromium({
      args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
    });
    const site = await serveCases([], manifestOf(sorted([])));
    const visitor = await watchedVisitor(chromium.browser);
    const { page, asked, seen } = visitor;
    await page.goto(`${site.url}/`, { waitUntil: "load" });
    await page.evaluate((payloads) => {
      const made = payloads.map((payload) => {
        const slot = document.createElement("div");
        slot.dataset.fwSlot = "trusting";
        slot.innerHTML = payload;
        return slot;
      });
      document.body.append(...made);
    }, CORPUS.filter(staysHere));
    const { dangers } = await page.evaluate(judge);
    await until("payloads have run", async () => (await seen()).executed.length > 25);
    await until("payloads have asked for something", () => site.canaries().length > 5 && asked.length > 5);
    expect(dangers.length).toBeGreaterThan(250);
    await chromium.close();
    await site.close();
  },
);
