/** One line of contacts.ndjson: the properties of a contact, of the company and of the deal. */
export interface Contact {
  readonly id: string;
  readonly contact: Readonly<Record<string, unknown>>;
  readonly company: Readonly<Record<string, unknown>>;
  readonly deal: Readonly<Record<string, unknown>>;
}

const calm = { legalHold: false, openIncident: false };
const noDeal = { openDeal: false, dealStage: "none" };

/** The six invented people of the sign-in menu. Each sees another hero, button and proof. */
export const SAMPLE_CONTACTS: readonly Contact[] = [
  {
    id: "ines-cfo",
    contact: {
      firstName: "Ines",
      lifecycleStage: "opportunity",
      persona: "cfo",
      webPersonalizationOptOut: false,
      digest: "monthly",
      preferredTopics: ["forecasting"],
      relationship: "none",
      emailsLast30d: 3,
    },
    company: { industry: "manufacturing", icpTier: "a", employees: 420, ...calm },
    deal: { openDeal: true, dealStage: "evaluation" },
  },
  {
    id: "tomasz-it",
    contact: {
      firstName: "Tomasz",
      lifecycleStage: "marketingqualifiedlead",
      persona: "it-lead",
      webPersonalizationOptOut: false,
      digest: "never",
      preferredTopics: ["integrations"],
      relationship: "none",
      emailsLast30d: 1,
    },
    company: { industry: "logistics", icpTier: "b", employees: 260, ...calm },
    deal: { ...noDeal },
  },
  {
    id: "maren-customer",
    contact: {
      firstName: "Maren",
      lifecycleStage: "customer",
      persona: "cfo",
      webPersonalizationOptOut: false,
      digest: "monthly",
      preferredTopics: ["spend", "close"],
      relationship: "none",
      emailsLast30d: 2,
    },
    company: {
      industry: "wholesale",
      icpTier: "b",
      employees: 310,
      plan: "growth",
      seatUse: 0.92,
      adoption: "in-use",
      customerSince: "2022-05-01",
      ...calm,
    },
    deal: { openDeal: false, dealStage: "won" },
  },
  {
    id: "yuki-analyst",
    contact: {
      firstName: "Yuki",
      lifecycleStage: "subscriber",
      persona: "analyst",
      webPersonalizationOptOut: false,
      digest: "weekly",
      preferredTopics: ["forecasting", "close"],
      relationship: "none",
      emailsLast30d: 4,
    },
    company: { industry: "software", icpTier: "c", employees: 90, ...calm },
    deal: { ...noDeal },
  },
  {
    id: "oskar-objected",
    contact: {
      firstName: "Oskar",
      lifecycleStage: "opportunity",
      persona: "cfo",
      webPersonalizationOptOut: true,
      digest: "never",
      preferredTopics: ["forecasting"],
      relationship: "none",
      emailsLast30d: 0,
    },
    company: { industry: "construction", icpTier: "b", employees: 510, ...calm },
    deal: { openDeal: true, dealStage: "discovery" },
  },
  {
    id: "petra-competitor",
    contact: {
      firstName: "Petra",
      lifecycleStage: "subscriber",
      persona: "other",
      webPersonalizationOptOut: false,
      digest: "monthly",
      preferredTopics: ["integrations"],
      relationship: "competitor",
      emailsLast30d: 1,
    },
    company: { industry: "software", icpTier: "c", employees: 150, ...calm },
    deal: { ...noDeal },
  },
];
