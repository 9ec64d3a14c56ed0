import { describe, expect, it } from "vitest";
import type { Touch } from "../../../../sdk/page/behavior/touch.ts";
import { type Log, withEvent } from "../../../../sdk/page/behavior/visits.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const MINUTE = 60_000;
const DAY = 1_440;

/** What is kept after these events, each so many minutes after the first, with what led to it. */
const keptOf = (...happened: readonly (readonly [number, Touch?, string?])[]): Log =>
  happened.reduce<Log>(
    (log, [minutes, touch = {}, event = "page_view"]) =>
      withEvent(log, { event, at: NOW + minutes * MINUTE }, touch),
    { events: [] },
  );
const names = ({ events }: Log) => events.map(({ event }) => event);

describe("a session, as in GA4", () => {
  it("begins with the first event, which is the first visit too", () => {
    const log = keptOf([0]);
    expect(names(log)).toEqual(["first_visit", "session_start", "page_view"]);
    expect(log.visits).toMatchObject({ sessions: 1, firstVisit: "2026-11-24T12:00:00.000Z" });
    expect(log.visits?.previousVisit).toBeUndefined();
  });

  it.each([
    [29, 1],
    [30, 1],
    [31, 2],
  ])("after a pause of %i minutes: %i", (pause, sessions) => {
    expect(keptOf([0], [pause]).visits?.sessions).toBe(sessions);
  });

  it("goes on as long as anything happens, also over midnight", () => {
    const clicks = Array.from({ length: 60 }, (_, index) => [index * 20, {}, "click"] as const);
    expect(keptOf(...clicks).visits?.sessions).toBe(1);
  });

  it("begins with whatever happens first after the pause", () => {
    expect(names(keptOf([0], [45, {}, "click"])).slice(-2)).toEqual(["session_start", "click"]);
  });

  it("says when the visitor was last here before it", () => {
    const log = keptOf([0], [10], [100], [105]);
    expect(log.visits).toMatchObject({ sessions: 2, previousVisit: "2026-11-24T12:10:00.000Z" });
  });

  it("begins anew where the clock was set back far", () => {
    expect(keptOf([0], [-1_000]).visits?.sessions).toBe(2);
  });
});

describe("a touch", () => {
  const mail = { source: "newsletter", medium: "email" };
  const search = { source: "google", medium: "organic", referrer: "www.google.com" };

  it("is the first and the last where it led to the first visit", () => {
    expect(keptOf([0, mail]).visits).toMatchObject({
      firstTouch: mail,
      lastTouch: { ...mail, at: "2026-11-24T12:00:00.000Z" },
    });
  });

  it("that comes later is the last; the first stays, also where nobody led here", () => {
    expect(keptOf([0], [100, mail]).visits).toMatchObject({ firstTouch: {}, lastTouch: mail });
    const { firstTouch, lastTouch } = keptOf([0, mail], [100, search]).visits ?? {};
    expect(firstTouch).toEqual(mail);
    expect(lastTouch).toEqual({ ...search, at: "2026-11-24T13:40:00.000Z" });
  });

  it("stays the last when the visitor comes back on their own, for ninety days", () => {
    expect(keptOf([0, mail], [89 * DAY]).visits?.lastTouch).toMatchObject(mail);
    expect(keptOf([0, mail], [91 * DAY]).visits?.lastTouch).toBeUndefined();
    expect(keptOf([0, mail], [91 * DAY]).visits?.firstTouch).toEqual(mail);
  });

  it("counts where a session begins, not within one", () => {
    expect(keptOf([0, mail], [10, search]).visits?.lastTouch).toMatchObject(mail);
  });
});
