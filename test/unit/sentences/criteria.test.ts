import { expect, describe as group, it } from "vitest";
import type { Condition } from "../../../shared/engine/condition.ts";
import { describe } from "../../../shared/sentences/explain.ts";
import { cfo, names, pricing } from "./given.ts";

type Golden = readonly [condition: Condition, english: string, german: string];

const download = { event: "download" } as const;
const signup = { event: "sign_up" } as const;
const employees: Condition = { property: "employees", gte: 50 };

const EVENTS: readonly Golden[] = [
  [pricing, "pricing was visited at least once", "„pricing“ wurde mindestens einmal besucht"],
  [
    { ...pricing, atLeast: 3, within: "7d" },
    "pricing was visited at least 3 times in 7 days",
    "„pricing“ wurde in den letzten 7 Tagen mindestens 3-mal besucht",
  ],
  [
    { event: "page_view", atMost: 2, within: "1mo" },
    "a page was visited at most twice in 1 month",
    "eine Seite wurde im letzten Monat höchstens zweimal besucht",
  ],
  [
    { event: "page_view", where: { path: { is: "/" } }, atLeast: 2, atMost: 5, within: "1h" },
    "the home page was visited 2 to 5 times in 1 hour",
    "die Startseite wurde in der letzten Stunde 2- bis 5-mal besucht",
  ],
  [
    { event: "page_view", where: { path: { startsWith: "/" } }, atLeast: 4, atMost: 4 },
    "a page was visited 4 times",
    "eine Seite wurde 4-mal besucht",
  ],
  [
    { event: "page_view", where: { path: { endsWith: "/demo" } } },
    "a page whose path ends with “/demo” was visited at least once",
    "eine Seite (Pfad endet mit „/demo“) wurde mindestens einmal besucht",
  ],
  [
    { ...download, where: { topic: { is: "closing" } } },
    "“download” happened (topic is closing) at least once",
    "„download“ (topic ist closing) kam mindestens einmal vor",
  ],
  [
    { ...download, where: { topic: { is: "closing" }, pages: { gt: 3 } } },
    "“download” happened (topic is closing and pages is more than 3) at least once",
    "„download“ (topic ist closing und pages ist größer als 3) kam mindestens einmal vor",
  ],
  [
    { ...download, atMost: 0, within: "1w" },
    "“download” never happened in 1 week",
    "„download“ kam in der letzten Woche nicht vor",
  ],
  [{ ...download, atLeast: 0 }, "“download” happened any number of times", "„download“ kam beliebig oft vor"],
  [
    { ...pricing, atLeast: 3, everWithin: "7d" },
    "pricing was visited at least 3 times in 7 days at some point",
    "„pricing“ wurde irgendwann innerhalb von 7 Tagen mindestens 3-mal besucht",
  ],
  [
    { ...pricing, notWithin: "30d" },
    "pricing was never visited in the last 30 days",
    "„pricing“ wurde in den letzten 30 Tagen nicht besucht",
  ],
  [
    { ...pricing, atLeast: 3, notWithin: "1d" },
    "pricing was visited at least 3 times, but not in the last day",
    "„pricing“ wurde mindestens 3-mal besucht, aber nicht am letzten Tag",
  ],
  [
    { ...pricing, notWithin: "1y", first: { after: "2026-01-01" } },
    "pricing was visited, the first time after January 1, 2026, but not in the last year",
    "„pricing“ wurde besucht, erstmals nach dem 1. Januar 2026, aber nicht im letzten Jahr",
  ],
  [
    { ...pricing, first: { before: "-30d" } },
    "pricing was visited at least once, the first time more than 30 days ago",
    "„pricing“ wurde mindestens einmal besucht, erstmals vor mehr als 30 Tagen",
  ],
  [
    { ...pricing, atLeast: 2, last: { after: "-7d" } },
    "pricing was visited at least twice, the last time less than 7 days ago",
    "„pricing“ wurde mindestens zweimal besucht, zuletzt vor weniger als 7 Tagen",
  ],
  [
    { ...download, first: { after: "2026-01-01" }, last: { before: "today-7d" } },
    "“download” happened at least once, the first time after January 1, 2026 and the last time before the day 7 days ago",
    "„download“ kam mindestens einmal vor, erstmals nach dem 1. Januar 2026 und zuletzt vor dem Tag vor 7 Tagen",
  ],
  [
    { ...pricing, then: { ...download, within: "1d" } },
    "pricing was visited at least once, then “download” happened within 1 day",
    "„pricing“ wurde mindestens einmal besucht, danach kam innerhalb von 1 Tag „download“ vor",
  ],
  [
    { ...download, atLeast: 2, within: "2w", then: { ...pricing, then: { ...signup, within: "30m" } } },
    "“download” happened at least twice in 2 weeks, and each time then pricing was visited, then “sign up” happened within 30 minutes",
    "„download“ kam in den letzten 2 Wochen mindestens zweimal vor, und jedes Mal danach wurde „pricing“ besucht, danach kam innerhalb von 30 Minuten „sign up“ vor",
  ],
  [
    { ...pricing, atMost: 0, then: download },
    "this sequence never happened: pricing was visited, then “download” happened",
    "diese Abfolge kam nie vor: „pricing“ wurde besucht, danach kam „download“ vor",
  ],
];

const OPPOSITES: readonly Golden[] = [
  [{ not: pricing }, "pricing was never visited", "„pricing“ wurde nie besucht"],
  [
    { not: { ...pricing, atLeast: 3, within: "90s" } },
    "pricing was visited fewer than 3 times in 90 seconds",
    "„pricing“ wurde in den letzten 90 Sekunden weniger als 3-mal besucht",
  ],
  [
    { not: { ...pricing, atLeast: 2 } },
    "pricing was visited less than twice",
    "„pricing“ wurde weniger als zweimal besucht",
  ],
  [
    { not: { ...pricing, atMost: 2 } },
    "pricing was visited more than twice",
    "„pricing“ wurde mehr als zweimal besucht",
  ],
  [
    { not: { ...pricing, atMost: 0 } },
    "pricing was visited at least once",
    "„pricing“ wurde mindestens einmal besucht",
  ],
  [
    { not: { ...pricing, atLeast: 2, atMost: 5 } },
    "pricing was visited fewer than 2 or more than 5 times",
    "„pricing“ wurde weniger als 2- oder mehr als 5-mal besucht",
  ],
  [
    { not: { ...pricing, notWithin: "2y" } },
    "pricing was visited at least once in the last 2 years",
    "„pricing“ wurde in den letzten 2 Jahren mindestens einmal besucht",
  ],
  [
    { not: { ...pricing, last: { after: "-7d" } } },
    "it is not so that pricing was visited at least once, the last time less than 7 days ago",
    "es trifft nicht zu: „pricing“ wurde mindestens einmal besucht, zuletzt vor weniger als 7 Tagen",
  ],
];

const JOINED: readonly Golden[] = [
  [
    { all: [cfo, { ...pricing, atLeast: 3, within: "7d" }] },
    "persona is CFO, and pricing was visited at least 3 times in 7 days",
    "Persona ist CFO, und „pricing“ wurde in den letzten 7 Tagen mindestens 3-mal besucht",
  ],
  [
    { all: [cfo, employees, { segment: "icp-a" }] },
    "persona is CFO, employees is at least 50, and is in “Best-fit companies”",
    "Persona ist CFO, „employees“ ist mindestens 50 und die Person gehört zu „Best-fit companies“",
  ],
  [
    { any: [cfo, { segment: "icp-a" }] },
    "persona is CFO or is in “Best-fit companies”",
    "Persona ist CFO oder die Person gehört zu „Best-fit companies“",
  ],
  [
    { all: [cfo, { any: [employees, pricing] }] },
    "persona is CFO, and (employees is at least 50 or pricing was visited at least once)",
    "Persona ist CFO, und („employees“ ist mindestens 50 oder „pricing“ wurde mindestens einmal besucht)",
  ],
  [
    { not: { all: [cfo, employees] } },
    "persona is not CFO or employees is not at least 50",
    "Persona ist nicht CFO oder „employees“ ist nicht mindestens 50",
  ],
  [
    { not: { any: [cfo, { not: employees }] } },
    "persona is not CFO, and employees is at least 50",
    "Persona ist nicht CFO, und „employees“ ist mindestens 50",
  ],
  [
    { not: { segment: "cfo" } },
    "is not in “CFOs in evaluation”",
    "die Person gehört nicht zu „CFOs in evaluation“",
  ],
  [
    { membership: "x" },
    "meets criteria that are not on this page",
    "die Person erfüllt bestimmte Kriterien (sie stehen nicht auf dieser Seite)",
  ],
  [
    { not: { membership: "x" } },
    "does not meet criteria that are not on this page",
    "die Person erfüllt bestimmte Kriterien nicht (sie stehen nicht auf dieser Seite)",
  ],
];

const SCORES_AND_HEDGES: readonly Golden[] = [
  [
    {
      score: [
        { event: "download", weight: 5, halfLife: "7d" },
        { ...pricing, weight: 1 },
      ],
      gte: 10,
    },
    "the score of “download” and visits to pricing is at least 10",
    "die Punktzahl für „download“ und „pricing“ (Besuche) ist mindestens 10",
  ],
  [
    { not: { score: [{ event: "download", weight: 5 }], between: [1, 2.5] } },
    "the score of “download” is not between 1 and 2.5",
    "die Punktzahl für „download“ liegt nicht zwischen 1 und 2,5",
  ],
  [
    { property: "persona", is: "cfo", whenUnknown: "yes" },
    "persona is CFO (doubt counts as a yes)",
    "Persona ist CFO (Zweifel zählt als Ja)",
  ],
  [
    { ...pricing, whenUnknown: "no" },
    "pricing was visited at least once (doubt counts as a no)",
    "„pricing“ wurde mindestens einmal besucht (Zweifel zählt als Nein)",
  ],
  [
    { not: { property: "persona", is: "cfo", whenUnknown: "no" } },
    "persona is not CFO (doubt counts as a yes)",
    "Persona ist nicht CFO (Zweifel zählt als Ja)",
  ],
];

group.each([
  ["events", EVENTS],
  ["the opposite of events", OPPOSITES],
  ["several criteria", JOINED],
  ["scores and hedges", SCORES_AND_HEDGES],
])("%s", (_what, goldens) => {
  it.each(goldens)("%j: is said in English and in German", (condition, english, german) => {
    expect(describe(condition, names)).toBe(english);
    expect(describe(condition, names, "de")).toBe(german);
  });
});
