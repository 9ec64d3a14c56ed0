import { ofCompany, PLACEHOLDERS, type Standard } from "./standard.ts";

/** How well the account fits: facts of the contact's primary company. */
export const fit: Standard = {
  summary: "account fit: ICP tier, employees, industry, of the company",
  properties: {
    icpTier: ofCompany({
      input: "fit",
      type: "enum",
      label: "ICP tier",
      values: ["tier_1", "tier_2", "tier_3"],
      labels: { tier_1: "Tier 1", tier_2: "Tier 2", tier_3: "Tier 3" },
      missing: PLACEHOLDERS,
    }),
    employees: ofCompany({ input: "fit", type: "number", label: "Employees", usableFor: "90d" }),
    industry: ofCompany({
      input: "fit",
      type: "text",
      label: "Industry",
      compare: "case",
      missing: PLACEHOLDERS,
      usableFor: "90d",
    }),
  },
  segments: {
    "best-fit": {
      name: "Best fit",
      input: "fit",
      purpose: "Give most attention to the accounts that fit best",
      when: {
        all: [
          { property: "icpTier", is: "tier_1" },
          { property: "employees", gte: 200 },
        ],
      },
      reportAs: "Best fit",
      tests: [
        {
          name: "a large company of the first tier",
          visitor: { properties: { icpTier: "tier_1", employees: 850 } },
          expect: "yes",
        },
        {
          name: "a small one of the first tier",
          visitor: { properties: { icpTier: "tier_1", employees: 20 } },
          expect: "no",
        },
        {
          name: "one whose size nobody knows",
          visitor: { properties: { icpTier: "tier_1" } },
          expect: "unknown",
        },
      ],
    },
    regulated: {
      name: "Regulated industries",
      input: "fit",
      purpose: "Put security and audits first",
      when: { property: "industry", in: ["banking", "insurance", "hospital & health care"] },
      reportAs: "Regulated",
      tests: [
        { name: "a bank, in capitals", visitor: { properties: { industry: "BANKING" } }, expect: "yes" },
        { name: "a shop", visitor: { properties: { industry: "retail" } }, expect: "no" },
      ],
    },
  },
};
