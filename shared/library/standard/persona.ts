import { ofContact, PLACEHOLDERS, type Standard } from "./standard.ts";

/** Who somebody is at work: a persona that somebody chose, or what the job title says. */
export const persona: Standard = {
  summary: "persona or role, from a chosen persona and from the job title",
  properties: {
    persona: ofContact({
      input: "persona",
      type: "enum",
      label: "Persona",
      values: ["finance-lead", "it-lead", "marketing-lead", "practitioner", "other"],
      labels: {
        "finance-lead": "Finance lead",
        "it-lead": "IT lead",
        "marketing-lead": "Marketing lead",
        practitioner: "Practitioner",
        other: "Other",
      },
      missing: PLACEHOLDERS,
    }),
    jobTitle: ofContact({
      input: "persona",
      type: "text",
      label: "Job title",
      compare: "accents",
      missing: PLACEHOLDERS,
    }),
  },
  segments: {
    "finance-leads": {
      name: "Finance leads",
      input: "persona",
      purpose: "Show what it saves, to those who sign",
      when: {
        any: [
          { property: "persona", is: "finance-lead" },
          { property: "jobTitle", containsAny: ["cfo", "chief financial", "finance director"] },
        ],
      },
      reportAs: "Finance lead",
      tests: [
        { name: "by persona", visitor: { properties: { persona: "finance-lead" } }, expect: "yes" },
        { name: "by title, in capitals", visitor: { properties: { jobTitle: "Group CFO" } }, expect: "yes" },
        {
          name: "an analyst",
          visitor: { properties: { persona: "practitioner", jobTitle: "Analyst" } },
          expect: "no",
        },
        {
          name: "a title alone that says nothing",
          visitor: { properties: { jobTitle: "n/a" } },
          expect: "unknown",
        },
      ],
    },
  },
};
