import { describe, expect, it } from "vitest";
import { type Operation, patched, step } from "../../../../../extension/panel/write/review/patch.ts";

const library = { name: "Northwind", slots: { "a/b": { list: [1, 3] } }, offers: {} };
const add = (path: string, value: unknown): Operation => ({ op: "add", path, value });
const test = (path: string, value: unknown): Operation => ({ op: "test", path, value });

describe("a patch", () => {
  it.each([
    ["a member", add("/offers/demo", { goal: "x" }), { ...library, offers: { demo: { goal: "x" } } }],
    ["a member in place of another", add("/name", "Other"), { ...library, name: "Other" }],
    [
      "an item before another",
      add(`/slots/${step("a/b")}/list/1`, 2),
      { ...library, slots: { "a/b": { list: [1, 2, 3] } } },
    ],
    [
      "an item at the end",
      add("/slots/a~1b/list/-", 4),
      { ...library, slots: { "a/b": { list: [1, 3, 4] } } },
    ],
  ])("adds %s", (_, operation, expected) => {
    const before = structuredClone(library);
    expect(patched(library, [test("/name", "Northwind"), operation])).toEqual(expected);
    expect(library).toEqual(before);
  });

  it("escapes names as RFC 6901 says", () => {
    expect(step("m~n/o")).toBe("m~0n~1o");
    expect(patched({ "m~n/o": 1 }, [test("/m~0n~1o", 1)])).toEqual({ "m~n/o": 1 });
  });

  it.each([
    ["whose name is another", test("/name", "Southwind")],
    ["that does not have what is asked about", test("/nowhere", 1)],
    ["that has no such place", add("/nowhere/x", 1)],
    ["where a text stands in its place", add("/name/x", 1)],
    ["whose place is only inherited", add("/constructor/x", 1)],
  ])("is refused by a library %s", (_, operation) => {
    expect(() => patched(library, [operation])).toThrow(/for another library/);
  });
});
