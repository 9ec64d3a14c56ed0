import { ofDeal, PLACEHOLDERS, type Standard } from "./standard.ts";

const now = "2026-11-24";

/** The open deal of the contact's company: HubSpot's default stages, by their internal values. */
export const deal: Standard = {
  summary: "open deal: whether there is one, its stage and closing date",
  properties: {
    openDeal: ofDeal({ input: "lifecycle", type: "boolean", label: "Open deal", usableFor: "7d" }),
    dealStage: ofDeal({
      input: "lifecycle",
      type: "enum",
      label: "Deal stage",
      values: [
        "appointmentscheduled",
        "qualifiedtobuy",
        "presentationscheduled",
        "decisionmakerboughtin",
        "contractsent",
        "closedwon",
        "closedlost",
      ],
      labels: {
        appointmentscheduled: "Appointment scheduled",
        qualifiedtobuy: "Qualified to buy",
        presentationscheduled: "Presentation scheduled",
        decisionmakerboughtin: "Decision maker bought in",
        contractsent: "Contract sent",
        closedwon: "Closed won",
        closedlost: "Closed lost",
      },
      missing: PLACEHOLDERS,
      usableFor: "7d",
    }),
    closeDate: ofDeal({ input: "lifecycle", type: "date", label: "Close date", usableFor: "7d" }),
  },
  segments: {
    "open-deal": {
      name: "Open deal",
      input: "lifecycle",
      purpose: "Leave the word to the sales team, and help with proof",
      when: { property: "openDeal", is: true },
      reportAs: "Open deal",
      tests: [
        { name: "a deal is open", visitor: { properties: { openDeal: true } }, expect: "yes" },
        { name: "no deal is open", visitor: { properties: { openDeal: false } }, expect: "no" },
        { name: "somebody whom nobody knows", visitor: { identified: false }, expect: "no" },
      ],
    },
    "closing-soon": {
      name: "Deal closes within a month",
      input: "lifecycle",
      purpose: "Answer the last questions of buyers, lawyers and finance",
      when: {
        all: [
          { property: "openDeal", is: true },
          { property: "closeDate", after: "today-1d" },
          { property: "closeDate", before: "+30d" },
        ],
      },
      reportAs: "Closing soon",
      tests: [
        {
          name: "in ten days",
          visitor: { properties: { openDeal: true, closeDate: "2026-12-04" }, now },
          expect: "yes",
        },
        {
          name: "in a quarter",
          visitor: { properties: { openDeal: true, closeDate: "2027-03-01" }, now },
          expect: "no",
        },
      ],
    },
  },
};
