import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bounded, forHint, merged } from "../../../../sdk/page/behavior/log.ts";
import { type Log, withEvent } from "../../../../sdk/page/behavior/visits.ts";
import type { Kept } from "../../../../sdk/page/membership/device/kept.ts";
import { evaluate } from "../../../../shared/engine/evaluate.ts";
import { ABSENT, known, unknown, type VisitorEvent } from "../../../../shared/engine/facts.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import type { Manifest } from "../../../../shared/manifest/shape.ts";
import { plainCondition } from "../../engine/arbitrary.ts";
import { tinyLibrary } from "../../library/tiny.ts";

const DAY = 86_400_000;
const { manifest: bare } = publish(tinyLibrary());
const property = (of: string) => ({ input: "source", from: "behavior", of }) as const;
const manifest: Manifest = {
  ...bare,
  properties: {
    sessions: property("sessions"),
    before: property("previousVisit"),
    first: property("firstTouch.source"),
    last: property("lastTouch.source"),
    campaign: property("lastTouch.campaign"),
  },
};

describe("what a log says of its visitor", () => {
  const at = Date.now() - 60 * 60_000;
  const log = withEvent({ events: [] }, { event: "page_view", at }, { source: "newsletter" });
  const { said } = bounded(log, manifest);

  it("is there by property, in this session", () => {
    expect(said.now).toEqual({
      sessions: known(1),
      before: ABSENT,
      first: known("newsletter"),
      last: known("newsletter"),
      campaign: ABSENT,
    });
  });

  it("and of the next, from half an hour after the last event on; what leads to that is not known yet", () => {
    expect(said.until).toBe(at + 30 * 60_000);
    expect(said.next).toMatchObject({
      sessions: known(2),
      before: known(new Date(at).toISOString()),
      first: known("newsletter"),
      last: unknown("pending"),
      campaign: unknown("pending"),
    });
  });

  it("is pending where none was kept", () => {
    expect(bounded({ events: [] }, manifest).said.now).toMatchObject({ sessions: unknown("pending") });
  });
});

const kept = (events: readonly VisitorEvent[]): Kept => ({ hash: "", consent: "", events });
const many = (event: string, count: number): readonly VisitorEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    event,
    at: Date.now() - (count - index) * 60_000,
    fields: { path: `/page-${index % 7}` },
  }));

describe("the small copy of a log", () => {
  it("decides as the whole log, where what is asked for fits", () => {
    const events = fc.array(
      fc.record({
        event: fc.constantFrom("page_view", "download", "click", "noise"),
        at: fc.integer({ min: Date.now() - 30 * DAY, max: Date.now() }),
        fields: fc.record({ path: fc.constantFrom("/", "/pricing", "/pricing/teams") }),
      }),
      { maxLength: 90 },
    );
    fc.assert(
      fc.property(events, plainCondition, (some, when) => {
        const asking = { ...manifest, segments: { one: { ...Object.values(bare.segments)[0], when } } };
        const facts = { properties: {}, memberships: {}, now: Date.now() };
        const whole = bounded(kept(some), asking as Manifest).events;
        const small = forHint(kept(whole), asking as Manifest).events;
        const answer = (log: readonly VisitorEvent[]) =>
          evaluate(when, { ...facts, events: log }, { segments: {} });
        expect(answer(small)).toEqual(answer(whole));
      }),
      { numRuns: 500 },
    );
  });

  it("leaves out what no condition asks for, but not the latest event, by which a pause is told", () => {
    const log = [...many("offer_shown", 3), ...many("noise", 20)];
    expect(forHint(kept(log), bare).events.map(({ event }) => event)).toEqual([
      ...Array(3).fill("offer_shown"),
      "noise",
    ]);
  });

  it("stays small, however much is asked for", () => {
    const asking = { ...bare, suppressions: {}, segments: { one: { when: { event: "page_view" } } } };
    const { events } = bounded(kept(many("page_view", 5_000)), asking as never);
    expect(events.filter(({ times }) => !times)).toHaveLength(200);
    const hint = forHint(kept(events), asking as never);
    expect(hint.events.filter(({ times }) => !times)).toHaveLength(100);
    expect(JSON.stringify(hint).length).toBeLessThan(16_000);
  });
});

describe("two logs of the same visitor", () => {
  const nine = many("page_view", 9);
  const [one, two, three] = nine as [VisitorEvent, VisitorEvent, VisitorEvent];

  it("are one, with nothing twice and nothing lost, whichever comes first", () => {
    fc.assert(
      fc.property(fc.subarray([...nine]), fc.subarray([...nine]), (a, b) => {
        const all = nine.filter(({ at }) => [...a, ...b].some((event) => event.at === at));
        expect(merged({ events: a }, { events: b }).events).toEqual(all);
      }),
    );
  });

  it("are the whole one, where the other is its small copy", () => {
    const whole = {
      ...kept([]),
      ...bounded(kept([...many("noise", 300), ...many("offer_shown", 30)]), bare),
    };
    const small = forHint(whole, bare);
    expect(merged(whole, small).events).toEqual(whole.events);
    expect(merged(small, whole).events).toEqual(whole.events);
  });

  it("do not count again what one of them counts by day", () => {
    const rolled = { events: [{ ...two, times: 2 }, three] };
    expect(merged(rolled, { events: [one, two, three] }).events).toEqual(rolled.events);
  });

  it("say what the one says that knows of the latest event", () => {
    const begun = (event: VisitorEvent) => bounded(withEvent<Log>({ events: [] }, event, {}), bare);
    const [earlier, later] = [begun(one), begun(two)];
    for (const all of [merged(earlier, later), merged(later, earlier)])
      expect(all).toMatchObject({ visits: later.visits, said: later.said });
  });
});
