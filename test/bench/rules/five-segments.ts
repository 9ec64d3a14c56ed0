import type { Condition } from "../../../shared/engine/condition.ts";

export type Segments = Readonly<Record<string, { readonly when: Condition }>>;

const mostlySold = ["marketingqualifiedlead", "salesqualifiedlead", "opportunity"];

/** Five audiences that a team would really have. engines/hand-written.ts says the same in TypeScript. */
export const fiveSegments: Segments = {
  "evaluating-cfo": {
    when: {
      all: [
        { property: "persona", is: "cfo" },
        { property: "lifecycleStage", in: mostlySold },
        { property: "pricingVisits", gte: 3 },
      ],
    },
  },
  "enterprise-fit": {
    when: {
      all: [
        { property: "icpTier", in: ["a", "b"] },
        { property: "employees", between: [500, 10_000] },
        { property: "country", in: ["US", "CA", "GB", "DE"] },
        { not: { property: "openDeal", is: true } },
      ],
    },
  },
  "customers-to-grow": {
    when: {
      all: [
        {
          any: [
            { property: "lifecycleStage", is: "customer" },
            {
              all: [
                { property: "lifecycleStage", is: "evangelist" },
                { property: "employees", gte: 50 },
              ],
            },
          ],
        },
        { property: "icpTier", isNot: "c" },
        { not: { property: "pricingVisits", gte: 20 } },
      ],
    },
  },
  "researching-newcomers": {
    when: {
      all: [
        { property: "lifecycleStage", in: ["subscriber", "lead"] },
        {
          any: [
            { property: "persona", in: ["it-lead", "analyst"] },
            { property: "pricingVisits", gte: 2 },
            { property: "source", is: "search" },
          ],
        },
        {
          not: {
            any: [
              { property: "openDeal", is: true },
              { property: "source", is: "employee" },
            ],
          },
        },
      ],
    },
  },
  "worth-winning-back": {
    when: {
      any: [
        {
          all: [
            { property: "lifecycleStage", is: "other" },
            { property: "employees", gte: 200 },
            { not: { property: "icpTier", is: "c" } },
          ],
        },
        {
          all: [
            { property: "source", notIn: ["employee", "partner"] },
            { property: "persona", is: "founder" },
            { property: "pricingVisits", between: [1, 4] },
            { property: "country", in: ["DE", "AT", "CH"] },
          ],
        },
      ],
    },
  },
};
