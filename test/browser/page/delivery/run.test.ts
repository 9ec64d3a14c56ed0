import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forwhom } from "../../../bench/delivery/forwhom.ts";
import { runFaults } from "../../../bench/delivery/run.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";

describe.skipIf(!(await isBrowserThere("chromium")))("the bench of delivery", () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium();
  });
  afterAll(() => chromium?.close());
  const run = async (subject: Awaited<ReturnType<typeof forwhom>>, views: number) =>
    runFaults(subject, { browser: chromium.browser, views, seed: 3 });

  it("loses nothing and counts nothing twice over thirty views with every fault", async () => {
    const outcome = await run(await forwhom(), 30);
    expect(outcome).toMatchObject({ views: 30, lost: 0, doubled: 0 });
    expect(outcome.accepted).toBeGreaterThan(10);
    expect(outcome.endings.crashed * outcome.endings.closed * outcome.endings.left).toBeGreaterThan(0);
    const { none, ...faults } = outcome.faults;
    expect(Object.values(faults).reduce((sum, times) => sum + times, 0)).toBeGreaterThan(5);
  }, 240_000);

  it("sees what is lost and what is counted twice", async () => {
    const honest = await forwhom();
    const stored: string[] = [];
    const seen = new Map<string, number>();
    const careless = {
      ...honest,
      site: {
        ...honest.site,
        // Says that it has everything; of two events it loses one, and keeps the other twice.
        collect: async (_: unknown, body: string) => {
          const ids = (JSON.parse(body) as { events: { id: string }[] }).events.map(({ id }) => id);
          for (const id of ids)
            if (!seen.has(id) && seen.set(id, seen.size).size % 2 === 0) stored.push(id, id);
          return { status: 200, type: "application/json", body: '{"forwhom":1,"refused":[]}' };
        },
      },
      received: async () => stored,
    };
    const { lost, doubled } = await run(careless, 8);
    expect(lost).toBeGreaterThan(0);
    expect(doubled).toBeGreaterThan(0);
  }, 120_000);
});
