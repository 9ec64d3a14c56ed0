import { describe, expect, it } from "vitest";
import { type DidomiState, readDidomi } from "../../../../shared/consent/managers/didomi.ts";

const status = (regulation: string, purposes: Record<string, boolean>) => ({
  regulation,
  purposes: Object.fromEntries(Object.entries(purposes).map(([id, enabled]) => [id, { id, enabled }])),
  vendors: {},
});
const SOME = { essential: true, personalization: true, analytics: false };
const read = (more: Partial<DidomiState>) =>
  readDidomi({ status: status("GDPR", SOME), isRequired: true, isToBeCollected: false, ...more });

describe("Didomi’s status of its visitor", () => {
  it("grants the purposes that are enabled, and leaves their meaning to the library", () => {
    const reading = read({});
    expect(reading).toMatchObject({
      state: "answered",
      basis: "explicit",
      granted: ["essential", "personalization"],
      denied: ["analytics"],
    });
    expect(reading.opens ?? reading.closes).toBeUndefined();
  });

  it("is no refusal before a choice, although every purpose is reported as not enabled", () => {
    const before = status("GDPR", { essential: true, personalization: false });
    expect(read({ status: before, isToBeCollected: true })).toMatchObject({ state: "pending", denied: [] });
  });

  it.each<[string, Partial<DidomiState>]>([
    ["nobody can say whether it is still to be collected", { isToBeCollected: undefined }],
    ["there is none", { status: undefined }],
    ["it has no purposes", { status: { regulation: "GDPR" } }],
    ["its purposes are null", { status: { regulation: "GDPR", purposes: null } }],
  ])("is no answer where %s", (_, more) => {
    expect(read(more).state).toBe("pending");
  });

  it("says where no consent is required", () => {
    expect(read({ isRequired: false }).basis).toBe("not required");
    expect(read({ status: status("NONE", { personalization: true }) }).basis).toBe("not required");
  });

  it.each(["CCPA", "CPRA"])("is nobody’s yes under the %s until somebody objects", (regulation) => {
    expect(read({ status: status(regulation, { personalization: true }) }).basis).toBe("implied");
    expect(read({ status: status(regulation, SOME) }).basis).toBe("explicit");
  });
});
