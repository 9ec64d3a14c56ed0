import { describe, expect, it } from "vitest";
import { customEvent } from "../../../../sdk/page/behavior/custom.ts";

const kept = (fields: object) => customEvent("topic_open", fields)?.fields;

describe("what a page says happened", () => {
  it("is kept with its labels", () => {
    expect(customEvent("topic_open", { topic: "close", depth: 3, whole: false })).toMatchObject({
      event: "topic_open",
      fields: { topic: "close", depth: 3, whole: false },
    });
    expect(customEvent("topic_open")?.at).toBeGreaterThan(0);
  });

  it.each(["page_view", "session_start", "first_visit", "click", "form_submit", "offer_shown", "offer_x"])(
    "is refused where it calls itself %s, which only Forwhom can know",
    (name) => expect(customEvent(name)).toBeUndefined(),
  );

  it.each(["", "1st", "two words", "__proto__", "x".repeat(81), "{}"])(
    "is refused where it is called %j",
    (name) => expect(customEvent(name)).toBeUndefined(),
  );

  it.each<[string, unknown]>([
    ["a long text", "x".repeat(101)],
    ["somebody's mail address", "please write to ines@northwind.example"],
    ["nothing", ""],
    ["nothing at all", undefined],
    ["null", null],
    ["a list", ["a"]],
    ["an object", { value: "secret" }],
    ["a function", () => "secret"],
    ["no number", Number.NaN],
    ["endless", Number.POSITIVE_INFINITY],
  ])("loses a field that is %s", (_, value) => {
    expect(kept({ value, topic: "close" })).toEqual({ topic: "close" });
  });

  it("has ten fields at most, with names that are ids", () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`field${index}`, index]));
    expect(Object.keys(kept(many) ?? {})).toHaveLength(10);
    expect(kept({ "no id": 1, "": 2, ok: 3 })).toEqual({ ok: 3 });
  });
});
