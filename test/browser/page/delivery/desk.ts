import type { BrowserContext, Page } from "puppeteer-core";
import type { Answer, Fault } from "../../../bench/delivery/faults.ts";
import { forwhom, type Received, waitingOn } from "../../../bench/delivery/forwhom.ts";
import { serveSite } from "../../../bench/delivery/serve.ts";
import { until } from "../../drive/until.ts";

/** A page, and the real endpoint behind faults that a test chooses. */
export type Desk = {
  readonly url: string;
  /** What becomes of the next requests with events. */
  fault: Fault;
  /** Answers instead of the endpoint, to whom it does. */
  instead: (body: string) => Answer | undefined;
  /** Before anything is answered. */
  delayMs: number;
  /** When requests with events came, by `performance.now()`. */
  readonly came: readonly number[];
  /** So many were being answered at the same time at most. */
  readonly mostAtOnce: number;
  /** All that the endpoint has on its disk. */
  readonly received: () => Promise<readonly Received[]>;
  readonly close: () => Promise<void>;
};

export async function openDesk(): Promise<Desk> {
  const subject = await forwhom();
  const came: number[] = [];
  let atOnce = 0;
  const desk = {
    url: "",
    fault: "none" as Fault,
    instead: (_body: string): Answer | undefined => undefined,
    delayMs: 0,
    came,
    mostAtOnce: 0,
    received: subject.events,
    async close() {
      await site.close();
      await subject.close?.();
    },
  };
  const { "/forwhom/membership": membership, ...answers } = subject.site.answers ?? {};
  const site = await serveSite({
    ...subject.site,
    // Nobody is known to come into a segment, which would be counted too.
    answers: { ...answers, "/forwhom/membership": { ...(membership as object), segments: {} } },
    fault: () => {
      came.push(performance.now());
      return desk.fault;
    },
    delayMs: () => 0,
    async collect(request, body) {
      desk.mostAtOnce = Math.max(desk.mostAtOnce, ++atOnce);
      if (desk.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, desk.delayMs));
      atOnce--;
      return desk.instead(body) ?? subject.site.collect(request, body);
    },
  });
  desk.url = site.url;
  return desk;
}

/** A page of somebody who agreed to everything, on which nothing is measured but what a test does. */
export async function quietPage({ url }: Desk, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.goto(`${url}/quiet`, { waitUntil: "load" });
  return page;
}

/** Resolves once it is accepted: it waits in the outbox. Whether it arrives is another matter. */
export async function accept(page: Page, waiting: number): Promise<void> {
  await page.evaluate(() => void window.forwhom?.convert("demo"));
  await waits(page, waiting);
}

export const waits = (page: Page, waiting: number): Promise<unknown> =>
  until(`${waiting} events wait on the device`, async () => (await waitingOn(page)) === waiting);

export const arrives = (desk: Desk, count: number): Promise<unknown> =>
  until(`${count} events have arrived`, async () => (await desk.received()).length === count, 30_000);

/** How often each event stands on the endpoint's disk. */
export async function timesEach(desk: Desk): Promise<readonly number[]> {
  const times = new Map<string, number>();
  for (const { id } of await desk.received()) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times.values()];
}

/** Rests after a failure do not end by themselves: what is sent again is sent for another reason. */
export const restForEver = (page: Page): Promise<unknown> =>
  page.evaluateOnNewDocument(() => {
    const { setTimeout: real } = window;
    window.setTimeout = ((act: TimerHandler, ms = 0, ...input: unknown[]) =>
      ms > 0 && ms < 3_000 ? 0 : real(act, ms, ...input)) as typeof setTimeout;
    Math.random = () => 0.9;
  });

/** Puts events into the outbox as the page does, many at once. */
export async function putMany(page: Page, events: readonly object[]): Promise<void> {
  // Before the page has opened its database there is none.
  await until("there is an outbox", async () => Number.isInteger(await waitingOn(page)));
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("forwhom");
        opening.onerror = reject;
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("outbox", "readwrite");
          for (const event of all) transaction.objectStore("outbox").add(event);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    events,
  );
}
