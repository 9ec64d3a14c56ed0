import { expect, describe as group, it } from "vitest";
import type { Condition, Operator } from "../../../shared/engine/condition.ts";
import { describe } from "../../../shared/sentences/explain.ts";
import { names } from "./given.ts";

type Golden = readonly [condition: Condition, english: string, german: string];

const of = (property: string) => (test: object) => ({ property, ...test }) as Condition;
const persona = of("persona");
const employees = of("employees");
const interests = of("interests");
const jobTitle = of("jobTitle");
const contractEnds = of("contractEnds");
const newsletter = of("newsletter");

/** An operator without a golden text, and one for its opposite, does not compile. */
const OPERATORS: Readonly<Record<Operator, readonly [Golden, Golden, ...Golden[]]>> = {
  is: [
    [persona({ is: "cfo" }), "persona is CFO", "Persona ist CFO"],
    [{ not: persona({ is: "cfo" }) }, "persona is not CFO", "Persona ist nicht CFO"],
    [newsletter({ is: true }), "newsletter is yes", "Newsletter steht auf Ja"],
    [
      contractEnds({ is: "2027-01-01" }),
      "contract ends is January 1, 2027",
      "„contract ends“ ist der 1. Januar 2027",
    ],
  ],
  isNot: [
    [newsletter({ isNot: true }), "newsletter is not yes", "Newsletter steht nicht auf Ja"],
    [{ not: persona({ isNot: "cfo" }) }, "persona is CFO", "Persona ist CFO"],
  ],
  in: [
    [persona({ in: ["cfo", "it-lead"] }), "persona is CFO or IT lead", "Persona ist CFO oder IT lead"],
    [
      { not: persona({ in: ["cfo", "it-lead"] }) },
      "persona is not CFO or IT lead",
      "Persona ist keines von CFO und IT lead",
    ],
  ],
  notIn: [
    [persona({ notIn: ["cfo"] }), "persona is not CFO", "Persona ist nicht CFO"],
    [
      { not: persona({ notIn: ["cfo", "it-lead", "user"] }) },
      "persona is CFO, IT lead, or user",
      "Persona ist CFO, IT lead oder user",
    ],
  ],
  gt: [
    [employees({ gt: 1200 }), "employees is more than 1,200", "„employees“ ist größer als 1.200"],
    [
      { not: employees({ gt: 1200 }) },
      "employees is not more than 1,200",
      "„employees“ ist nicht größer als 1.200",
    ],
  ],
  gte: [
    [employees({ gte: 50 }), "employees is at least 50", "„employees“ ist mindestens 50"],
    [{ not: employees({ gte: 50 }) }, "employees is not at least 50", "„employees“ ist nicht mindestens 50"],
  ],
  lt: [
    [employees({ lt: 0.5 }), "employees is less than 0.5", "„employees“ ist kleiner als 0,5"],
    [{ not: employees({ lt: 50 }) }, "employees is not less than 50", "„employees“ ist nicht kleiner als 50"],
  ],
  lte: [
    [employees({ lte: 50 }), "employees is at most 50", "„employees“ ist höchstens 50"],
    [{ not: employees({ lte: 50 }) }, "employees is not at most 50", "„employees“ ist nicht höchstens 50"],
  ],
  between: [
    [
      employees({ between: [50, 200] }),
      "employees is between 50 and 200",
      "„employees“ liegt zwischen 50 und 200",
    ],
    [
      { not: employees({ between: [50, 200] }) },
      "employees is not between 50 and 200",
      "„employees“ liegt nicht zwischen 50 und 200",
    ],
  ],
  contains: [
    [interests({ contains: "erp" }), "interests contains ERP", "Interests enthält ERP"],
    [
      { not: interests({ contains: "ERP" }) },
      "interests does not contain ERP",
      "Interests enthält ERP nicht",
    ],
  ],
  containsAny: [
    [
      interests({ containsAny: ["ERP", "CRM"] }),
      "interests contains ERP or CRM",
      "Interests enthält ERP oder CRM",
    ],
    [
      { not: interests({ containsAny: ["ERP", "CRM"] }) },
      "interests does not contain ERP or CRM",
      "Interests enthält nichts von ERP und CRM",
    ],
  ],
  containsAll: [
    [
      interests({ containsAll: ["ERP", "CRM"] }),
      "interests contains ERP and CRM",
      "Interests enthält ERP und CRM",
    ],
    [
      { not: interests({ containsAll: ["ERP", "CRM"] }) },
      "interests does not contain all of ERP and CRM",
      "Interests enthält nicht zugleich ERP und CRM",
    ],
  ],
  containsNone: [
    [
      interests({ containsNone: ["ERP", "CRM"] }),
      "interests does not contain ERP or CRM",
      "Interests enthält nichts von ERP und CRM",
    ],
    [
      { not: interests({ containsNone: ["ERP", "CRM"] }) },
      "interests contains ERP or CRM",
      "Interests enthält ERP oder CRM",
    ],
  ],
  startsWith: [
    [
      jobTitle({ startsWith: "Head of" }),
      "job title starts with “Head of”",
      "Job title beginnt mit „Head of“",
    ],
    [
      { not: jobTitle({ startsWith: "Head of" }) },
      "job title does not start with “Head of”",
      "Job title beginnt nicht mit „Head of“",
    ],
  ],
  endsWith: [
    [jobTitle({ endsWith: "Officer" }), "job title ends with “Officer”", "Job title endet mit „Officer“"],
    [
      { not: jobTitle({ endsWith: "Officer" }) },
      "job title does not end with “Officer”",
      "Job title endet nicht mit „Officer“",
    ],
  ],
  matches: [
    [
      jobTitle({ matches: "^C.O$" }),
      "job title matches the pattern “^C.O$”",
      "Job title entspricht dem Muster „^C.O$“",
    ],
    [
      { not: jobTitle({ matches: "^C.O$" }) },
      "job title does not match the pattern “^C.O$”",
      "Job title entspricht nicht dem Muster „^C.O$“",
    ],
  ],
  known: [
    [newsletter({ known: true }), "newsletter is known", "Newsletter ist bekannt"],
    [newsletter({ known: false }), "newsletter is empty", "Newsletter ist leer"],
    [{ not: newsletter({ known: false }) }, "newsletter is known", "Newsletter ist bekannt"],
  ],
  before: [
    [
      contractEnds({ before: "2027-01-01" }),
      "contract ends is before January 1, 2027",
      "„contract ends“ liegt vor dem 1. Januar 2027",
    ],
    [
      { not: contractEnds({ before: "2027-01-01T09:30:00Z" }) },
      "contract ends is not before January 1, 2027, 09:30 UTC",
      "„contract ends“ liegt nicht vor dem 1. Januar 2027, 09:30 Uhr UTC",
    ],
    [
      contractEnds({ before: "-30d" }),
      "contract ends is more than 30 days ago",
      "„contract ends“ liegt mehr als 30 Tage zurück",
    ],
    [
      contractEnds({ before: "+3mo" }),
      "contract ends is earlier than 3 months from now",
      "„contract ends“ liegt früher als in 3 Monaten",
    ],
    [
      contractEnds({ before: "today-7d" }),
      "contract ends is before the day 7 days ago",
      "„contract ends“ liegt vor dem Tag vor 7 Tagen",
    ],
    [
      contractEnds({ before: "today" }),
      "contract ends is before today",
      "„contract ends“ liegt vor dem heutigen Tag",
    ],
  ],
  after: [
    [
      contractEnds({ after: "today+1d" }),
      "contract ends is after tomorrow",
      "„contract ends“ liegt nach dem morgigen Tag",
    ],
    [
      { not: contractEnds({ after: "today-1d" }) },
      "contract ends is not after yesterday",
      "„contract ends“ liegt nicht nach dem gestrigen Tag",
    ],
    [
      contractEnds({ after: "today+14d" }),
      "contract ends is after the day 14 days from now",
      "„contract ends“ liegt nach dem Tag in 14 Tagen",
    ],
    [
      contractEnds({ after: "-30d" }),
      "contract ends is later than 30 days ago",
      "„contract ends“ liegt später als vor 30 Tagen",
    ],
    [
      contractEnds({ after: "+1w" }),
      "contract ends is more than 1 week from now",
      "„contract ends“ liegt mehr als 1 Woche in der Zukunft",
    ],
  ],
};

group.each(Object.entries(OPERATORS))("the operator %s", (_operator, goldens) => {
  it.each(goldens)("%j: is said in English and in German", (condition, english, german) => {
    expect(describe(condition, names)).toBe(english);
    expect(describe(condition, names, "de")).toBe(german);
  });
});
