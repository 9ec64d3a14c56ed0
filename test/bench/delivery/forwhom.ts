import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { endpoint } from "../../../sdk/endpoint/endpoint.ts";
import { fileEvents } from "../../../sdk/endpoint/events/file.ts";
import { endpointRules } from "../../../sdk/endpoint/rules.ts";
import type { Library } from "../../../shared/library/library.ts";
import { until } from "../../browser/drive/until.ts";
import { library as landing } from "../page/landing/library.ts";
import { publishForBench } from "../page/landing/script.ts";
import type { Collect } from "./faults.ts";
import type { Subject } from "./subject.ts";

const { hero } = landing.slots;

/** One slot that is always shown to whoever is signed in, and one offer. */
export const library: Library = {
  ...landing,
  offers: { demo: { goal: "acquisition", label: "Book a demo", href: "/demo" } },
  slots: hero ? { hero: { ...hero, pages: ["/"] } } : {},
};

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Forwhom</title>
<script src="/forwhom.js" data-country="DE"></script></head><body>
<section data-fw-slot="hero"><template data-fw-variation="hero-tier-a"><h1>Shown</h1></template><h1>Own</h1></section>
<script>if (location.pathname === "/") addEventListener("load", () => forwhom.convert("demo"))</script></body></html>`;

/** One event as it stands on the endpoint's disk. */
export type Received = { readonly id: string; readonly type: string; readonly count?: number };

/** The built page script with the real endpoint, whose events are on the disk. */
export async function forwhom(): Promise<Subject & { readonly events: () => Promise<readonly Received[]> }> {
  const folder = await mkdtemp(join(tmpdir(), "forwhom-delivery-"));
  const { scripts, answers } = await publishForBench(library);
  const { "/forwhom/events": _, ...others } = answers;
  const app = endpoint({
    rules: endpointRules(library),
    source: { visitor: async () => undefined },
    secret: "a secret of the bench",
    events: await fileEvents(folder),
  });
  const collect: Collect = async ({ headers }, body) => {
    const response = await app.request(`http://${headers.host}/events`, {
      method: "POST",
      headers: headers.origin ? { origin: headers.origin } : {},
      body,
    });
    return { status: response.status, type: "application/json", body: await response.text() };
  };
  async function events(): Promise<readonly Received[]> {
    const names = (await readdir(folder)).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    return texts.flatMap((text) =>
      text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Received),
    );
  }
  return {
    name: "forwhom",
    site: { page, scripts, answers: others, brings: (path) => path === "/forwhom/events", collect },
    watch: watchOutbox,
    drained: (tab) => until("the outbox is empty", async () => (await waitingOn(tab)) === 0, 120_000),
    events,
    received: async () => (await events()).map(({ id }) => id),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Accepted is what stands in the outbox: its transaction is complete. Runs in the page. */
export function watchOutbox(): void {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: { id: string }, key) {
    if (this.name === "outbox" && this.transaction.mode === "readwrite")
      this.transaction.addEventListener("complete", () => window.accepted(value.id));
    return key === undefined ? add.call(this, value) : add.call(this, value, key);
  };
}

/** How many events wait on the device. */
export const waitingOn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("forwhom");
        opening.onerror = reject;
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onsuccess = () => {
          const counting = opening.result.transaction("outbox").objectStore("outbox").count();
          counting.onerror = reject;
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
