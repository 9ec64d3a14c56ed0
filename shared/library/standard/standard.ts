import type { Library } from "../library.ts";
import type { Property } from "../property.ts";
import type { Segment } from "../segment.ts";

/** A segment without what only the team can say: who owns it, and when it was looked at. */
export type StandardSegment = Omit<Segment, "owner" | "review">;

/** Ready definitions of one kind of input: data to start from and to change. */
export type Standard = {
  readonly summary: string;
  readonly properties: Readonly<Record<string, Property>>;
  readonly segments: Readonly<Record<string, StandardSegment>>;
  readonly suppressions?: Library["suppressions"];
  readonly objection?: NonNullable<Library["consent"]["objection"]>;
};

/** What forms and imports leave where nobody chose anything. */
export const PLACEHOLDERS = ["", "-", "Select", "Please select", "n/a", "N/A", "unknown", "Unknown"];

/** How old an answer of the CRM may be: looked at again after an hour, held to be true for a month. */
const CRM_AGE = { freshFor: "1h", usableFor: "30d" } as const;

type Described = Omit<Extract<Property, { from: "crm" }>, "from" | "of">;

export const ofContact = (property: Described): Property => ({
  ...CRM_AGE,
  ...property,
  from: "crm",
  of: "contact",
});
export const ofCompany = (property: Described): Property => ({
  ...CRM_AGE,
  ...property,
  from: "crm",
  of: "company",
});
export const ofDeal = (property: Described): Property => ({
  ...CRM_AGE,
  ...property,
  from: "crm",
  of: "deal",
});

/** What the page shows by itself: `of` says which part of it. */
export const ofPage = (of: string, property: Omit<Described, "freshFor" | "usableFor">): Property => ({
  ...property,
  from: "page",
  of,
});
