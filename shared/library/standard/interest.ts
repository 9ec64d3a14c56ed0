import { ofContact, type Standard } from "./standard.ts";

/** What somebody wants to hear of: as was said in a form, or by what was read. The products are examples. */
export const interest: Standard = {
  summary: "product interest, as said in a form or by what was read",
  properties: {
    productInterest: ofContact({
      input: "interest",
      type: "list",
      label: "Product interest",
      compare: "case",
      values: ["analytics", "automation", "security"],
      labels: { analytics: "Analytics", automation: "Automation", security: "Security" },
    }),
  },
  segments: {
    "interested-in-security": {
      name: "Interested in security",
      input: "interest",
      purpose: "Lead with what they came for",
      when: {
        any: [
          { property: "productInterest", contains: "security" },
          {
            event: "page_view",
            where: { path: { startsWith: "/product/security" } },
            atLeast: 2,
            within: "14d",
          },
        ],
      },
      reportAs: "Security",
      tests: [
        { name: "as was said", visitor: { properties: { productInterest: ["security"] } }, expect: "yes" },
        {
          name: "by what was read",
          visitor: {
            events: [
              { event: "page_view", path: "/product/security", ago: "2d" },
              { event: "page_view", path: "/product/security/audit", ago: "1d" },
            ],
          },
          expect: "yes",
        },
        { name: "something else", visitor: { properties: { productInterest: ["analytics"] } }, expect: "no" },
      ],
    },
  },
};
