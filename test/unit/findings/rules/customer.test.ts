import { describe, expect, it } from "vitest";
import { unknown } from "../../../../shared/engine/facts.ts";
import { customerStatus } from "../../../../shared/findings/rules/customer.ts";
import { manifest, page, visitors } from "../page.ts";

function status(facts: Parameters<typeof page>[0]["facts"], changed: Partial<typeof manifest> = {}) {
  const { claim } = page({
    slots: [],
    ...(facts && { facts }),
    claim: { manifest: { ...manifest, ...changed } },
  }).observation;
  return claim && customerStatus(claim);
}

describe("whether a visitor is a customer", () => {
  it("is told by the library’s own segment of customers", () => {
    expect(status(visitors.customer)).toBe("yes");
    expect(status(visitors.cfo)).toBe("no");
    expect(status({ ...visitors.nobody, properties: { lifecycleStage: unknown("failed") } })).toBe("unknown");
  });

  it("goes by its name too, and not by any segment with such a word", () => {
    const { customer, ...others } = manifest.segments;
    const called = (id: string, name: string) => ({
      segments: { ...others, [id]: { ...customer, name } } as typeof manifest.segments,
    });
    expect(status(visitors.customer, called("c1", "Kunden"))).toBe("yes");
    expect(status(visitors.customer, called("c1", "Customers who left"))).toBe("unknown");
    expect(status(visitors.customer, called("former-customer", "Former"))).toBe("unknown");
  });
});
