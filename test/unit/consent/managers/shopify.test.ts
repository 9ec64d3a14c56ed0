import { describe, expect, it } from "vitest";
import { readShopify, readShopifyEvent, SHOPIFY } from "../../../../shared/consent/managers/shopify.ts";

const nothing = { marketing: "", analytics: "", preferences: "", sale_of_data: "" };

describe("what a shop’s visitor answered", () => {
  it("grants what got a yes, and refuses only what got a no", () => {
    expect(readShopify({ ...nothing, preferences: "yes", marketing: "no" })).toEqual({
      source: SHOPIFY,
      state: "answered",
      basis: "explicit",
      granted: ["preferences"],
      denied: ["marketing"],
      opens: ["storage", "behavior"],
      closes: ["crm"],
    });
  });

  it.each([undefined, null, {}, { ...nothing, sale_of_data: "no" }, { preferences: true }])(
    "is no answer as %j",
    (said) => {
      expect(readShopify(said).state).toBe("pending");
    },
  );
});

describe("a visitor who was asked nothing yet, or has not answered", () => {
  it("is known to have said nothing, as long as nothing at all is said", () => {
    expect(readShopify(nothing).state).toBe("unanswered");
  });
});

describe("the event that consent was collected", () => {
  it("is read by what it allows", () => {
    const detail = {
      preferencesAllowed: true,
      analyticsAllowed: false,
      marketingAllowed: true,
      firstPartyMarketingAllowed: false,
      saleOfDataAllowed: true,
    };
    expect(readShopifyEvent(detail)).toMatchObject({
      granted: ["preferences"],
      denied: ["analytics", "marketing"],
      closes: ["crm", "measurement"],
    });
  });

  it.each([undefined, null, {}])("is no answer as %j", (detail) => {
    expect(readShopifyEvent(detail).state).toBe("pending");
  });
});
