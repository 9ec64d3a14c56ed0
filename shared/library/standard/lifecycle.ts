import { ofContact, PLACEHOLDERS, type Standard } from "./standard.ts";

/** How far somebody has come with the company: HubSpot's eight stages, by their internal values. */
export const lifecycle: Standard = {
  summary: "lifecycle stage, HubSpot's eight; customers are not prospected",
  properties: {
    lifecycleStage: ofContact({
      input: "lifecycle",
      type: "enum",
      label: "Lifecycle stage",
      values: [
        "subscriber",
        "lead",
        "marketingqualifiedlead",
        "salesqualifiedlead",
        "opportunity",
        "customer",
        "evangelist",
        "other",
      ],
      labels: {
        subscriber: "Subscriber",
        lead: "Lead",
        marketingqualifiedlead: "Marketing qualified lead",
        salesqualifiedlead: "Sales qualified lead",
        opportunity: "Opportunity",
        customer: "Customer",
        evangelist: "Evangelist",
        other: "Other",
      },
      missing: PLACEHOLDERS,
    }),
  },
  segments: {
    customer: {
      name: "Customers",
      input: "lifecycle",
      purpose: "Help those who bought already, and do not sell to them again",
      when: { property: "lifecycleStage", in: ["customer", "evangelist"] },
      reportAs: "Customer",
      tests: [
        { name: "a customer", visitor: { properties: { lifecycleStage: "customer" } }, expect: "yes" },
        { name: "a lead", visitor: { properties: { lifecycleStage: "lead" } }, expect: "no" },
        { name: "somebody whom nobody knows", visitor: { identified: false }, expect: "no" },
        {
          name: "somebody for whom nothing was chosen",
          visitor: { properties: { lifecycleStage: "Select" } },
          expect: "unknown",
        },
      ],
    },
    "in-evaluation": {
      name: "In evaluation",
      input: "lifecycle",
      purpose: "Answer the questions that come before a decision",
      when: {
        property: "lifecycleStage",
        in: ["marketingqualifiedlead", "salesqualifiedlead", "opportunity"],
      },
      reportAs: "Evaluation",
      tests: [
        { name: "an opportunity", visitor: { properties: { lifecycleStage: "opportunity" } }, expect: "yes" },
        { name: "a subscriber", visitor: { properties: { lifecycleStage: "subscriber" } }, expect: "no" },
        {
          name: "an opportunity who did not agree",
          visitor: { properties: { lifecycleStage: "opportunity" }, consent: { crm: "closed" } },
          expect: "unknown",
        },
      ],
    },
  },
  suppressions: {
    "customers-no-acquisition": {
      name: "Is a customer",
      class: "relationship",
      reason: "Customers must not be prospected",
      when: { segment: "customer" },
      blocks: { goals: ["acquisition"] },
    },
  },
};
