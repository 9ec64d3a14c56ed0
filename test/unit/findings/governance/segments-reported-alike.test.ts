import { describe, expect, it } from "vitest";
import { segmentsReportedAlike } from "../../../../shared/findings/governance/segments-reported-alike.ts";
import { governedBy, outcomeOf, segment } from "../governed.ts";
import { element, page } from "../page.ts";

const hero = { slots: [element("hero", {})] };
const reported = (reportAs: string, given = hero) =>
  segmentsReportedAlike.check(governedBy(segment("reader", { reportAs }), given));

describe("segments that reports cannot tell apart", () => {
  it("are found once, with every one of them", () => {
    const found = reported(" cfos");
    expect(
      found.is === "found" && found.faults.flatMap(({ evidence }) => evidence.map(({ en }) => en)),
    ).toEqual(["“CFOs”, “Keen readers”: all are reported as “CFOs”."]);
  });

  it.each(["TODO", "-", "n/a", " ", "?"])("are found where a field holds “%s”", (reportAs) => {
    expect(reported(reportAs).is).toBe("found");
  });

  it.each(["CFOs 2", "Reader", "Test drivers"])("are none where it holds “%s”", (reportAs) => {
    expect(reported(reportAs).is).toBe("clean");
  });

  it("are no fault of a page that does not use them", () => {
    const elsewhere = { slots: [element("learn", {})] };
    expect(
      outcomeOf(segmentsReportedAlike, governedBy(segment("germany", { reportAs: "Customers" }), elsewhere)),
    ).toBe("clean");
    expect(outcomeOf(segmentsReportedAlike, page({ slots: [element("other", {})] }))).toBe("does not apply");
  });
});
