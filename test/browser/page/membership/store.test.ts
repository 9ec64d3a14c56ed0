import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSite, type Site } from "../../../site/server.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { answerConsent, newVisitor, readKept, shows, signIn, type Visit } from "../visit.ts";
import { answerKept, hintOn } from "./device.ts";

type Opener = typeof import("../../../../sdk/page/membership/device/store.ts") &
  typeof import("../../../../sdk/page/membership/device/schema.ts") &
  typeof import("idb-keyval");

declare global {
  interface Window {
    store: Opener;
  }
}

const FOLDER = fileURLToPath(new URL("../../../../sdk/page/membership/device/", import.meta.url));

describe.skipIf(!(await isBrowserThere("chromium")))("the store of record", () => {
  let chromium: Chromium;
  let site: Site;
  let visit: Visit;
  let page: Page;
  let opener = "";
  beforeAll(async () => {
    chromium = await launchChromium();
    site = await createSite({ port: 0 });
    const contents = 'export * from "./store.ts"; export * from "./schema.ts"; export * from "idb-keyval";';
    const built = await build({
      stdin: { contents, resolveDir: FOLDER },
      bundle: true,
      write: false,
      format: "iife",
      globalName: "store",
    });
    opener = `${built.outputFiles[0]?.text}; window.store = store;`;
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
    expect(visit.errors.filter((line) => !/Failed to load resource/.test(line))).toEqual([]);
    await visit.end();
  });

  /** A page of the site's origin that has nothing of ours but what opens the store. */
  async function besideTheSite(): Promise<void> {
    await page.goto(`${site.url}/site.css`);
    await page.evaluate(opener);
  }

  /** As the first release made it, with a visitor in it. */
  const makeFirstVersion = (version = 1) =>
    page.evaluate(
      (made) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open("forwhom", made);
          opening.onupgradeneeded = () => {
            opening.result.createObjectStore("visitors", { keyPath: "hash" });
            opening.result.createObjectStore("outbox", { keyPath: "place", autoIncrement: true });
            opening.result.createObjectStore("credits", { keyPath: "offer" });
          };
          opening.onsuccess = () => {
            const transaction = opening.result.transaction(["visitors", "outbox"], "readwrite");
            const events = [{ event: "page_view", at: 1, fields: { path: "/" } }];
            transaction.objectStore("visitors").put({ hash: "", consent: "all", events });
            for (const id of ["b", "a"]) transaction.objectStore("outbox").add({ id });
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      version,
    );

  it("goes from its first version to any later one, and keeps what is in it", async () => {
    await besideTheSite();
    await makeFirstVersion();
    const found = await page.evaluate(async () => {
      const { openStore, promisifyRequest, readKept: read, STEPS, within } = window.store;
      const ran: string[] = [];
      const upgraded = await openStore([
        ...STEPS,
        (database) => void ran.push(`2 on ${[...database.objectStoreNames].join()}`),
        () => void ran.push("3"),
      ]);
      const kept = await read(upgraded, "");
      const waiting = await within(upgraded, "outbox", (outbox) => promisifyRequest(outbox.getAll()));
      return { version: upgraded.version - STEPS.length, ran, kept, waiting };
    });
    expect(found).toMatchObject({ version: 2, ran: ["2 on credits,outbox,visitors", "3"] });
    expect(found.waiting).toEqual([
      { id: "b", place: 1 },
      { id: "a", place: 2 },
    ]);
    expect(found.kept).toMatchObject({ hash: "", events: [{ event: "page_view" }] });
  });

  it("of a later release is left to it, and this release goes on without", async () => {
    await besideTheSite();
    await makeFirstVersion(99);
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
    await page.reload({ waitUntil: "load" });
    await shows(page, "hero", "hero-cfo");
    expect(await page.evaluate(readKept)).toMatchObject([{ hash: "", consent: "all" }]);
  });

  it("makes way for a later release that another tab brings", async () => {
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await answerKept(page);
    const tab = await page.browserContext().newPage();
    await tab.goto(`${site.url}/site.css`);
    await tab.evaluate(opener);
    const version = await tab.evaluate(async () => {
      const { openStore, STEPS } = window.store;
      return (await openStore([...STEPS, () => {}])).version - STEPS.length;
    });
    expect(version).toBe(1);
    // The page of the earlier release goes on with what it knows.
    await page.evaluate(() => window.forwhom?.track("something"));
    await page.evaluate(() => window.forwhom?.refresh());
    expect(await page.evaluate(async () => (await window.forwhom?.inspect())?.visitor.asOf)).toBeDefined();
  });

  it("is gone without where another tab does not let it be upgraded", async () => {
    await besideTheSite();
    await makeFirstVersion();
    const said = await page.evaluate(async () => {
      // A tab that is stuck: it does not hear that it should close its connection.
      await new Promise((resolve) => {
        indexedDB.open("forwhom").onsuccess = resolve;
      });
      const { openStore, STEPS } = window.store;
      return openStore([...STEPS, () => {}]).catch(String);
    });
    expect(said).toBe("undefined");
  });

  const broken: readonly [string, object][] = [
    ["whose events are none", { events: { length: 1 } }],
    ["with an event that is none", { events: [{ event: "page_view", at: "yesterday" }] }],
    ["with visits that are none", { events: [], visits: { sessions: "many" } }],
    ["with an answer of another shape", { events: [], answer: { forwhom: 1, segments: "all of them" } }],
    ["with a lot that is no number", { events: [], lot: "x" }],
  ];
  it.each(broken)("does not use a record %s, and erases it", async (_, record) => {
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await answerKept(page);
    const { hash, consent } = JSON.parse((await hintOn(page)) ?? "{}");
    await besideTheSite();
    await page.evaluate(
      async (kept) => {
        localStorage.clear();
        const open = await window.store.openStore();
        await window.store.within(open, "visitors", (visitors) => void visitors.put(kept));
        open.close();
      },
      { hash, consent, ...record },
    );
    site.faults.membership = "never answers";
    await page.goto(site.url, { waitUntil: "load" });
    await until("what is kept is only what this view wrote", async () => {
      const [kept] = (await page.evaluate(readKept)) as {
        events?: { event: string; at?: unknown }[];
        answer?: unknown;
        lot?: unknown;
      }[];
      return (
        kept?.events?.map(({ event }) => event).join() === "first_visit,session_start,page_view" &&
        kept.events.every(({ at }) => typeof at === "number") &&
        !kept.answer &&
        kept.lot !== "x"
      );
    });
    await shows(page, "hero", "default");
  });

  it("that is full keeps nothing rather than what is outdated", async () => {
    await besideTheSite();
    const left = await page.evaluate(async () => {
      const { openStore, promisifyRequest, rewriteKept, within } = window.store;
      const open = await openStore();
      await rewriteKept(open, () => ({ hash: "somebody", consent: "", events: [] }));
      let taken: unknown;
      // As where the quota is reached: the request is accepted, and its transaction is aborted.
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...input) {
        const request = put.apply(this, input);
        this.transaction.abort();
        return request;
      };
      await rewriteKept(open, (all) => {
        taken = all;
        return { hash: "else", consent: "", events: [] };
      });
      IDBObjectStore.prototype.put = put;
      return {
        taken,
        kept: await within(open, "visitors", (visitors) => promisifyRequest(visitors.getAll())),
      };
    });
    expect(left).toMatchObject({ taken: [{ hash: "somebody" }], kept: [] });
  });

  it("takes one transaction to begin: the page view is in it", async () => {
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await answerKept(page);
    await page.evaluateOnNewDocument(() => {
      const modes: string[] = [];
      const transaction = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, names, mode, options) {
        const isOurs = /\/forwhom[.\w]*\.js/.test(new Error().stack ?? "");
        if (isOurs && [names].flat().join() === "visitors") modes.push(mode ?? "readonly");
        return transaction.call(this, names, mode, options);
      };
      Object.assign(window, { modes });
    });
    const views = () =>
      page.evaluate(readKept).then((all) => (all as { events: readonly unknown[] }[])[0]?.events.length ?? 0);
    const before = await views();
    await page.reload({ waitUntil: "load" });
    await until("the view is kept", async () => (await views()) > before);
    expect(await page.evaluate(() => (window as unknown as { modes: string[] }).modes[0])).toBe("readwrite");
    expect(await page.evaluate(() => (window as unknown as { modes: string[] }).modes.length)).toBe(1);
  });

  it("stays empty where one tab forgot, whatever another still knew", async () => {
    await page.goto(site.url, { waitUntil: "load" });
    await answerConsent(page, "all");
    await signIn(page, "ines-cfo");
    await answerKept(page);
    const tab = await page.browserContext().newPage();
    await tab.goto(site.url, { waitUntil: "load" });
    await until("the second tab knows her", () =>
      tab.evaluate(async () => (await window.forwhom?.inspect())?.visitor.asOf),
    );
    await tab.evaluate(() => window.forwhom?.forget());
    await until("the first tab heard of it", () =>
      page.evaluate(async () => (await window.forwhom?.inspect())?.visitor.asOf === undefined),
    );
    for (const one of [page, tab]) {
      await one.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      await one.evaluate(() => window.forwhom?.track("something"));
    }
    expect(JSON.stringify([await hintOn(page), await page.evaluate(readKept)])).not.toMatch(/"answer"|Ines/);
  });
});
