// Derives contacts.ndjson from two public data sets (CONTACTS.md names them). Run by hand:
//   npx tsx test/site/derive-contacts.ts <bank-additional….csv> <online_shoppers_intention.csv>
// The same files give the same contacts, so a change of this script can be read in the diff.

import { readFileSync, writeFileSync } from "node:fs";
import { type Contact, SAMPLE_CONTACTS } from "./sample-contacts.ts";

const COUNT = 400;
const OUT = new URL("contacts.ndjson", import.meta.url);

type Row = Readonly<Record<string, string>>;

function readRows(path: string): Row[] {
  const [head = "", ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const columns = head.split(";").map((name) => name.replaceAll('"', ""));
  return lines.map((line) => {
    const cells = line.split(";").map((cell) => cell.replaceAll('"', ""));
    return Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ""]));
  });
}

/** Evenly spread over the file, so that all months and campaigns are there. */
function spread(rows: readonly Row[]): Row[] {
  return Array.from({ length: COUNT }, (_, at) => rows[Math.floor((at * rows.length) / COUNT)] ?? {});
}

const PERSONAS: Readonly<Record<string, string>> = {
  management: "cfo",
  entrepreneur: "cfo",
  technician: "it-lead",
  "admin.": "analyst",
  services: "controller",
  "blue-collar": "controller",
};
const TIERS: Readonly<Record<string, string>> = {
  "university.degree": "a",
  "professional.course": "a",
  "high.school": "b",
  "basic.9y": "b",
};
const INDUSTRIES = [
  "manufacturing",
  "logistics",
  "wholesale",
  "healthcare",
  "software",
  "services",
  "construction",
];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
// Made-up company: first names only, and for two in three none at all.
const NAMES = [
  "Ada",
  "Bo",
  "Cleo",
  "Dov",
  "Edda",
  "Finn",
  "Gala",
  "Hugo",
  "Ilse",
  "Joris",
  "Kaja",
  "Levi",
  "Mona",
];

const number = (row: Row, column: string) => Number(row[column] ?? 0);

function lifecycleOf(bank: Row, visit: Row): string {
  const bought = bank.y === "1" || bank.y === "yes";
  // 999 days since the last campaign stand for "never reached before".
  const before = number(bank, "pdays") < 999;
  if (bought && before) return "evangelist";
  if (bought || before) return "customer";
  if (number(visit, "PageValues") > 0) return "opportunity";
  if (number(bank, "previous") > 0) return "salesqualifiedlead";
  if (visit.VisitorType === "New_Visitor") return "subscriber";
  return number(visit, "ProductRelated") > 20 ? "marketingqualifiedlead" : "lead";
}

function topicsOf(visit: Row): string[] {
  const topics = [
    ["forecasting", number(visit, "ProductRelated") > 15],
    ["close", number(visit, "Administrative") > 2],
    ["integrations", number(visit, "Informational") > 0],
    ["spend", number(visit, "SpecialDay") > 0],
  ] as const;
  return topics.filter(([, chosen]) => chosen).map(([topic]) => topic);
}

function relationshipOf(visit: Row): string | undefined {
  const traffic = visit.TrafficType;
  if (traffic === "10") return "partner";
  if (traffic === "15" || traffic === "20") return "competitor";
  // What nobody has entered stays missing: the answer about it is unknown, not no.
  return traffic === "13" ? undefined : "none";
}

/** Only what a customer has: plan, seats, adoption, first day. */
function subscriptionOf(visit: Row) {
  const bounce = number(visit, "BounceRates");
  const month = String(MONTHS.indexOf(visit.Month ?? "") + 1 || 1).padStart(2, "0");
  return {
    plan: ["essential", "growth", "growth", "group"][number(visit, "OperatingSystems") % 4],
    seatUse: Math.min(1, Math.round(number(visit, "ProductRelated") * 2 + 20) / 100),
    adoption: bounce > 0.05 ? "setup" : bounce > 0.02 ? "first-forecast" : "in-use",
    customerSince: `${visit.Weekend === "TRUE" ? 2023 : 2025}-${month}-01`,
  };
}

function deriveContact(bank: Row, visit: Row, at: number): Contact {
  const lifecycleStage = lifecycleOf(bank, visit);
  const isCustomer = lifecycleStage === "customer" || lifecycleStage === "evangelist";
  const openDeal = lifecycleStage === "opportunity";
  const known = (column: string) => bank[column] !== "unknown";
  return {
    id: `c${String(at + 1).padStart(4, "0")}`,
    contact: {
      firstName: at % 3 === 0 ? NAMES[at % NAMES.length] : undefined,
      lifecycleStage,
      persona: known("job") ? (PERSONAS[bank.job ?? ""] ?? "other") : undefined,
      webPersonalizationOptOut: bank.loan === "yes" && bank.housing === "yes" && visit.Weekend === "TRUE",
      digest: visit.VisitorType === "New_Visitor" ? "never" : bank.housing === "yes" ? "weekly" : "monthly",
      preferredTopics: topicsOf(visit),
      relationship: relationshipOf(visit),
      emailsLast30d: number(bank, "campaign"),
    },
    company: {
      industry: INDUSTRIES[number(visit, "Region") - 1] ?? "other",
      icpTier: known("education") ? (TIERS[bank.education ?? ""] ?? "c") : undefined,
      employees: known("default") ? 8 + Math.round(number(visit, "ProductRelated_Duration") / 4) : undefined,
      ...(isCustomer ? subscriptionOf(visit) : {}),
      legalHold: number(bank, "age") > 75,
      openIncident: number(bank, "previous") > 2,
    },
    deal: {
      openDeal,
      dealStage: openDeal
        ? number(visit, "PageValues") > 20
          ? "negotiation"
          : "evaluation"
        : isCustomer
          ? "won"
          : lifecycleStage === "salesqualifiedlead"
            ? "lost"
            : "none",
    },
  };
}

const [bankPath, visitsPath] = process.argv.slice(2);
if (!bankPath || !visitsPath) {
  throw new Error(
    "Name two files: the bank marketing CSV, then the online shoppers CSV. CONTACTS.md says where from.",
  );
}
const banks = spread(readRows(bankPath));
const visits = spread(readRows(visitsPath));
const derived = banks.map((bank, at) => deriveContact(bank, visits[at] ?? {}, at));
const lines = [...SAMPLE_CONTACTS, ...derived].map((contact) => JSON.stringify(contact));
writeFileSync(OUT, `${lines.join("\n")}\n`);
console.log(`${lines.length} contacts written`);
