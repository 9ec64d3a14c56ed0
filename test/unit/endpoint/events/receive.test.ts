import { describe, expect, it } from "vitest";
import { EVENT_TYPES } from "../../../../sdk/endpoint/events/event.ts";
import { memoryEvents } from "../../../../sdk/endpoint/events/memory.ts";
import { site } from "../app.ts";

const exposure = {
  id: "aaaaaaaa-1",
  type: "exposure" as const,
  at: "2026-11-24T09:00:00.000Z",
  slot: "hero",
};
const conversion = { ...exposure, id: "aaaaaaaa-2", type: "conversion" as const };

const post = (app: ReturnType<typeof site>["app"], body: string, headers: Record<string, string> = {}) =>
  app.request("/forwhom/events", { method: "POST", body, headers });

describe("POST /events", () => {
  it("keeps every event once, however often it is sent", async () => {
    const events = memoryEvents();
    const { app } = site({}, { events });
    const batch = JSON.stringify({ events: [exposure, conversion, exposure] });
    for (let times = 0; times < 2; times++)
      expect(await (await post(app, batch)).json()).toEqual({ forwhom: 1, accepted: 3, refused: [] });
    expect(events.all()).toEqual([exposure, conversion]);
  });

  it.each(EVENT_TYPES)("takes events of type %s", async (type) => {
    const events = memoryEvents();
    const { app } = site({}, { events });
    await post(app, JSON.stringify({ events: [{ ...exposure, type }] }));
    expect(events.all()).toMatchObject([{ type }]);
  });

  it("keeps the good ones of a batch, and says which were not and why", async () => {
    const events = memoryEvents();
    const { app } = site({}, { events });
    const batch = { events: [{ ...exposure, type: "click" }, conversion, { id: "aaaaaaaa-3" }, "x"] };
    const answer = await (await post(app, JSON.stringify(batch))).json();
    expect(answer).toMatchObject({ accepted: 1, refused: [{ index: 0 }, { index: 2 }, { index: 3 }] });
    expect(answer.refused[0].why).toMatch(/^type: /);
    expect(events.all()).toEqual([conversion]);
  });

  it.each([["not JSON"], ["[]"], ['{"events":1}'], [""]])(
    "refuses %j as a batch, in one sentence",
    async (body) => {
      const { app } = site({});
      const response = await post(app, body);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ error: expect.stringContaining('{ "events": [ … ] }') });
    },
  );

  it("refuses what is too large", async () => {
    const { app } = site({});
    expect((await post(app, "x".repeat(600_000))).status).toBe(413);
  });

  it("says to try again when nothing could be kept, without showing its insides", async () => {
    const { app, problems } = site(
      {},
      { events: { add: () => Promise.reject(new Error("disk full at /srv")) } },
    );
    const response = await post(app, JSON.stringify({ events: [exposure] }));
    expect(response.status).toBe(503);
    expect(await response.text()).not.toMatch(/disk|srv|\bat\b.*:\d+/);
    expect(problems).toEqual(["An answer failed: disk full at /srv"]);
  });
});
