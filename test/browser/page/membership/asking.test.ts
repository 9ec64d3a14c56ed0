import { fileURLToPath } from "node:url";
import type { HTTPResponse, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileSource } from "../../../../sdk/endpoint/sources/file.ts";
import type { Source } from "../../../../sdk/endpoint/sources/source.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { answerConsent, newVisitor, shows, signIn, type Visit } from "../visit.ts";
import { ageKept, answerKept } from "./device.ts";

const HOUR = 3_600_000;
const CONTACTS = fileURLToPath(new URL("../../../site/contacts.ndjson", import.meta.url));

describe.skipIf(!(await isBrowserThere("chromium")))("the endpoint is asked", () => {
  let chromium: Chromium;
  let site: Site;
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    chromium = await launchChromium();
    site = await createSite({ port: 0 });
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
    page = visit.page;
  });
  afterEach(async () => {
    delete site.faults.membership;
    delete site.faults.membershipDelay;
    expect(visit.errors.filter((line) => !/Failed to load resource/.test(line))).toEqual([]);
    await visit.end();
  });

  const asked = () => site.requests().filter(({ path }) => path === "/forwhom/membership").length;
  const asOf = (on: Page = page) => on.evaluate(async () => (await window.forwhom?.inspect())?.visitor.asOf);
  const knowsAnswer = (on: Page = page) => until("the page knows an answer", () => asOf(on));

  async function comeBack(to = site): Promise<void> {
    await page.goto(to.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await answerKept(page);
  }

  /** Time goes by while the page stays open. */
  const letPass = (ms: number, on: Page = page) =>
    on.evaluate((by) => {
      const now = Date.now;
      Date.now = () => now() + by;
    }, ms);

  const lookAt = (on: Page = page) =>
    on.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

  /** A page that has been through everything that was under way when it was asked. */
  const settled = async (on: Page = page) => {
    await on.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open("forwhom");
          opening.onsuccess = () => {
            opening.result.close();
            requestIdleCallback(() => resolve());
          };
        }),
    );
  };

  const failed = () =>
    page.waitForFunction(async () =>
      JSON.stringify((await window.forwhom?.inspect())?.facts).includes('"because":"failed"'),
    );

  /** Waits between tries become short, though not nought. */
  const hurry = (on: Page = page) =>
    on.evaluateOnNewDocument(() => {
      Math.random = () => 0.05;
    });

  it("by the validator that the page keeps, and what has not changed becomes as fresh as it is true", async () => {
    await comeBack();
    await ageKept(page, site.url, HOUR);
    const answers: HTTPResponse[] = [];
    page.on("response", (one) => one.url().endsWith("/membership") && answers.push(one));
    await page.goto(site.url, { waitUntil: "load" });
    await until("it answered", () => answers.length === 1);
    expect(answers[0]?.status()).toBe(304);
    expect(answers[0]?.request().headers()["if-none-match"]).toMatch(/^W\/"/);
    const endpointTime = answers[0]?.headers()["forwhom-as-of"];
    await until("that is kept", async () => (await asOf()) === endpointTime);
    await answerKept(page);
    const before = asked();
    await page.reload({ waitUntil: "load" });
    await knowsAnswer();
    await settled();
    expect(asked()).toBe(before);
    await shows(page, "hero", "hero-cfo");
  });

  it("again in a page that stays open, when somebody looks at it and the answer is not fresh any more", async () => {
    await comeBack();
    const before = asked();
    await lookAt();
    await settled();
    expect(asked()).toBe(before);
    await letPass(HOUR);
    await lookAt();
    await until("it was asked again", () => asked() === before + 1);
  });

  it("about an answer from the future, which is used meanwhile: its age is not known", async () => {
    await comeBack();
    await ageKept(page, site.url, -HOUR);
    const before = asked();
    site.faults.membership = "never answers";
    await page.goto(site.url, { waitUntil: "domcontentloaded" });
    await shows(page, "hero", "hero-cfo");
    await until("it was asked", () => asked() === before + 1);
  });

  it("until it answers, after shorter and longer rests, and no late answer changes what is in view", async () => {
    await hurry();
    site.faults.membership = "fails";
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    const before = asked();
    await signIn(page, "ines-cfo");
    await until("it was asked twice", () => asked() >= before + 2);
    delete site.faults.membership;
    await knowsAnswer();
    await shows(page, "hero", "default");
    await page.reload({ waitUntil: "load" });
    await shows(page, "hero", "hero-cfo");
  });

  it("four times in one view at most, and once more when somebody comes back to the page", async () => {
    await hurry();
    site.faults.membership = "fails";
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    const before = asked();
    await signIn(page, "ines-cfo");
    await until("it was asked four times", () => asked() === before + 4);
    await until("once more", async () => {
      await lookAt();
      return asked() > before + 4;
    });
    expect(asked()).toBe(before + 5);
  });

  it("no more often where it answers that its source failed, and what was known before stays", async () => {
    await hurry();
    let isDown = false;
    const contacts = await fileSource(CONTACTS, () => {});
    const source: Source = {
      visitor: (key, signal) => (isDown ? Promise.reject(new Error("down")) : contacts.visitor(key, signal)),
    };
    const flaky = await createSite({ port: 0, contacts: source, onProblem: () => {} });
    const askedThere = () => flaky.requests().filter(({ path }) => path === "/forwhom/membership").length;
    await comeBack(flaky);
    const before = askedThere();
    const known = await asOf();
    isDown = true;
    await letPass(HOUR);
    await lookAt();
    await until("it was asked four times", () => askedThere() === before + 4);
    await until("once more", async () => {
      await lookAt();
      return askedThere() > before + 4;
    });
    expect(askedThere()).toBe(before + 5);
    expect(await asOf()).toBe(known);
    await flaky.close();
  });

  it("once where it refuses, however often somebody looks", async () => {
    await hurry();
    site.faults.membership = "refuses";
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    const before = asked();
    await signIn(page, "ines-cfo");
    await until("it was asked", () => asked() === before + 1);
    await failed();
    for (let times = 0; times < 3; times++) {
      await lookAt();
      await settled();
    }
    expect(asked()).toBe(before + 1);
  });

  it("and not believed where it says far more than an answer holds", async () => {
    site.faults.membership = "answers 5 MB";
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await failed();
    expect(await asOf()).toBeUndefined();
  });

  it("only once the network is there again", async () => {
    await comeBack();
    await letPass(HOUR);
    await page.setOfflineMode(true);
    const before = asked();
    let tried = 0;
    page.on("request", (one) => one.url().endsWith("/membership") && tried++);
    await lookAt();
    await settled();
    expect(tried).toBe(0);
    await page.setOfflineMode(false);
    await until("it was asked", () => asked() === before + 1);
  });

  it("by one of two tabs, and both have its answer", async () => {
    await comeBack();
    await ageKept(page, site.url, HOUR);
    const second = await page.browserContext().newPage();
    const before = asked();
    site.faults.membershipDelay = 2_000;
    await Promise.all([page, second].map((one) => one.goto(site.url, { waitUntil: "load" })));
    const aged = await asOf(page);
    await until("the first tab knows the new answer", async () => (await asOf(page)) !== aged);
    await until("the second knows the same", async () => (await asOf(second)) === (await asOf(page)));
    // Whoever waited for its turn has had it.
    await second.evaluate(() => navigator.locks.request("forwhom", () => undefined));
    expect(asked()).toBe(before + 1);
  });

  it("by every tab where the browser has no locks", async () => {
    await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, "locks", { value: undefined }));
    await comeBack();
    await letPass(HOUR);
    const before = asked();
    await lookAt();
    await until("it was asked", () => asked() === before + 1);
  });

  it("by a page that the Back button brings back: a question that hangs does not keep it from that", async () => {
    await comeBack();
    await letPass(HOUR);
    site.faults.membership = "never answers";
    const before = asked();
    await lookAt();
    await until("it hangs, and holds the lock", async () => {
      const held = await page.evaluate(async () => (await navigator.locks.query()).held?.length);
      return held === 1 && asked() === before + 1;
    });
    await page.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted }));
    });
    await page.goto(`${site.url}/pricing`, { waitUntil: "load" });
    // Whoever wants a lock that a page in the back-forward cache holds evicts it.
    await page.evaluate(() => navigator.locks.request("forwhom", () => undefined));
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => (window as unknown as { persisted?: boolean }).persisted);
    await until("it was asked again", () => asked() > before + 1);
  });
});
