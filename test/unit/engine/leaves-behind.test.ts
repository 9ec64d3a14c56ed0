import { expect, it } from "vitest";
import type { Condition } from "../../../shared/engine/condition.ts";
import { leavesBehind } from "../../../shared/engine/leaves-behind.ts";

const cfo: Condition = { property: "persona", is: "cfo" };
const deal: Condition = { membership: "m1" };
const view: Condition = { event: "page_view" };

it("has every leaf that asks about facts, however deep it lies behind other segments", () => {
  const segments = {
    finance: { when: { any: [cfo, { segment: "deal" }] } },
    deal: { when: { not: deal } },
  };
  expect(leavesBehind({ all: [{ segment: "finance" }, view] }, segments)).toEqual([cfo, deal, view]);
});

it("opens each segment once, and none that is not there", () => {
  const segments = { finance: { when: cfo } };
  const twice: Condition = { any: [{ segment: "finance" }, { segment: "finance" }, { segment: "gone" }] };
  expect(leavesBehind(twice, segments)).toEqual([cfo]);
});

it("ends where segments go round in a circle", () => {
  const segments = {
    one: { when: { all: [cfo, { segment: "other" }] } },
    other: { when: { any: [{ segment: "one" }, view] } },
  };
  expect(leavesBehind({ segment: "one" }, segments)).toEqual([cfo, view]);
});
