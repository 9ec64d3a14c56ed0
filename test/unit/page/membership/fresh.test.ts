import { describe, expect, it } from "vitest";
import { decodeKept } from "../../../../sdk/page/membership/device/decodeKept.ts";
import type { Kept } from "../../../../sdk/page/membership/device/kept.ts";
import { isFresh, joined } from "../../../../sdk/page/membership/fresh.ts";
import { answerExample } from "../../manifest/examples.ts";

const NOW = Date.parse(answerExample.asOf);
const kept = (more: Partial<Kept> = {}): Kept => ({
  hash: "a",
  consent: "all",
  events: [],
  answer: answerExample,
  ...more,
});
const event = { event: "page_view", at: NOW, fields: { path: "/", seats: 3, isNew: true } };

describe("what is kept of a visitor", () => {
  it.each([
    ["new", 0, true],
    ["nearly as old as fresh goes", 299, true],
    ["as old as that", 300, false],
    ["from a little ahead, where one clock is off", -299, true],
    ["from the future, where a clock was set back", -300, false],
    ["from next year", -31_536_000, false],
  ])("that is %s (%i s) is fresh: %s", (_, age, expected) => {
    expect(isFresh(kept(), NOW + age * 1_000)).toBe(expected);
  });

  it("without an answer is not fresh", () => {
    expect(isFresh(kept({ answer: undefined }), NOW)).toBe(false);
    expect(isFresh(undefined, NOW)).toBe(false);
  });

  it("in two places is joined to the later answer with its validator, and to one log", () => {
    const later = { ...answerExample, asOf: "2026-11-24T09:00:01Z" };
    const one = kept({ etag: "old", events: [event, event] });
    const other = kept({ answer: later, etag: "new", treated: true, events: [event] });
    for (const both of [joined(one, other), joined(other, one)])
      expect(both).toEqual({ ...one, answer: later, etag: "new", treated: true });
    expect(joined(one, kept({ answer: undefined }))).toMatchObject({ answer: answerExample, etag: "old" });
    expect(joined(kept({ answer: undefined }), one)).toMatchObject({ answer: answerExample, etag: "old" });
  });

  it("is where all tabs together know it to be, unless that was under another consent", () => {
    const [here, there] = [["lead"], ["lead", "reader"]];
    expect(joined(kept({ in: here }), kept({ in: there })).in).toEqual(there);
    expect(joined(kept({ in: here }), kept()).in).toEqual(here);
    expect(joined(kept({ in: here }), kept({ in: there, consent: "less" })).in).toEqual(here);
    expect(joined(kept(), kept({ in: there, consent: "less" })).in).toBeUndefined();
  });

  it("is read as it was written, and with what a later release may add", () => {
    const visits = { sessions: 2, firstVisit: "2026-11-01", firstTouch: { source: "x" } };
    const events = [{ ...event, times: 3 }, event, { event: "x", at: 1 }];
    const written = kept({ etag: 'W/"x"', events, visits, treated: true, lot: 0.5 });
    expect(decodeKept(written)).toBe(written);
    expect(decodeKept({ ...written, more: {} })).toBeDefined();
  });

  it.each([
    [null],
    ["text"],
    [[]],
    [{ ...kept(), hash: undefined }],
    [{ ...kept(), consent: 7 }],
    [{ ...kept(), etag: 7 }],
    [{ ...kept(), events: {} }],
    [{ ...kept(), events: [null] }],
    [{ ...kept(), events: [{ ...event, at: "x" }] }],
    [{ ...kept(), events: [{ ...event, fields: { path: {} } }] }],
    [{ ...kept(), events: [{ ...event, at: 9e15 }] }],
    [{ ...kept(), events: [{ ...event, times: 0.5 }] }],
    [{ ...kept(), visits: { sessions: 1 } }],
    [{ ...kept(), visits: { sessions: "1", firstVisit: "2026-11-01", firstTouch: {} } }],
    [{ ...kept(), answer: { ...answerExample, forwhom: 2 } }],
    [{ ...kept(), answer: null }],
    [{ ...kept(), treated: "yes" }],
    [{ ...kept(), lot: 2 }],
  ])("is not used where it is of another shape: %j", (found) => {
    expect(decodeKept(found)).toBeUndefined();
  });
});
