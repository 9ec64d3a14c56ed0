/** What the libraries of these tests have in common, as an author would write it. */
export const owned = {
  input: "persona",
  purpose: "Show how it works",
  owner: "team@northwind.example",
  reportAs: "x",
  review: { every: "3mo", last: "2026-11-01" },
} as const;
export const nobody = [{ name: "nobody", visitor: { identified: false }, expect: "no" }] as const;

export const rest = {
  forwhom: 1,
  name: "Northwind",
  consent: { source: "vanilla-cookieconsent", gates: { crm: "personalization" } },
  measurement: {},
} as const;

export const properties = {
  persona: {
    input: "persona",
    type: "enum",
    values: ["cfo", "analyst"],
    missing: ["Select"],
    from: "crm",
    of: "contact",
  },
  firstName: { input: "persona", type: "text", from: "crm", of: "contact" },
  employees: { input: "fit", type: "number", from: "crm", of: "company" },
  customerSince: { input: "lifecycle", type: "date", from: "crm", of: "company" },
  topics: { input: "interest", type: "list", values: ["close", "spend"], from: "crm", of: "contact" },
  optOut: { input: "consent", type: "boolean", from: "crm", of: "contact" },
  country: { input: "region", type: "text", from: "page", of: "country" },
} as const;
