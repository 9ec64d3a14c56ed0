import { ofPage, type Standard } from "./standard.ts";

/** What a link says about whom it was sent to: any parameter of the page's address, by its name. */
export const query: Standard = {
  summary: "query parameter: what a link says, such as ?for=partner",
  properties: {
    sentFor: ofPage("query.for", { input: "source", type: "text", label: "Link sent for", compare: "case" }),
  },
  segments: {
    "partner-link": {
      name: "Came by a partner's link",
      input: "source",
      purpose: "Greet those whom partners send",
      when: { property: "sentFor", is: "partner" },
      reportAs: "Partner link",
      tests: [
        { name: "?for=partner", visitor: { properties: { sentFor: "partner" } }, expect: "yes" },
        { name: "no such parameter", visitor: {}, expect: "no" },
      ],
    },
  },
};
