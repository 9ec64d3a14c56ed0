import { expect, describe as group, it } from "vitest";
import type { Condition } from "../../../shared/engine/condition.ts";
import { ABSENT, type Facts, known, unknown } from "../../../shared/engine/facts.ts";
import { describe } from "../../../shared/sentences/explain.ts";
import { aCfo, ago, cfo, foundIn, having, names, pricing, view } from "./given.ts";

type Golden = readonly [condition: Condition, visitor: Facts, english: string, german: string];

const yes = (english: string, german: string) => [english, german] as const;
const no = (english: string, german: string) =>
  [
    `Passed over the content for “CFOs in evaluation”: ${english}.`,
    `Übergeht den Inhalt für „CFOs in evaluation“: ${german}.`,
  ] as const;

const did = (...events: ReturnType<typeof ago>[]) => having({}, events);
const download = { event: "download" } as const;
const interests: Condition = { property: "interests", contains: "erp" };
const newsletter: Condition = { property: "newsletter", is: true };

const PROPERTIES: readonly Golden[] = [
  [cfo, aCfo, ...yes("Persona is CFO.", "Persona ist CFO.")],
  [cfo, having({ persona: known("cto") }), ...no("persona is cto", "Persona ist cto")],
  [{ not: cfo }, aCfo, ...no("persona is CFO", "Persona ist CFO")],
  [cfo, having({ persona: ABSENT }), ...no("there is no persona", "Persona ist nicht vorhanden")],
  [
    { any: [{ property: "country", is: "US" }, cfo] },
    having({ country: known("DE"), persona: known("it-lead") }),
    ...no("country is DE, and persona is IT lead", "Country ist DE, und Persona ist IT lead"),
  ],
  [
    { all: [{ property: "employees", gt: 500 }, cfo, { property: "country", isNot: "US" }] },
    having({ employees: known(1200), persona: known("cfo"), country: known("DE") }),
    ...yes(
      "Employees is 1,200, persona is CFO, and country is DE.",
      "„employees“ ist 1.200, Persona ist CFO und Country ist DE.",
    ),
  ],
  [
    interests,
    having({ interests: known(["erp", "crm"]) }),
    ...yes("Interests is ERP and crm.", "Interests ist ERP und crm."),
  ],
  [interests, having({ interests: known([]) }), ...no("interests is empty", "Interests ist leer")],
  [newsletter, having({ newsletter: known(false) }), ...no("newsletter is no", "Newsletter steht auf Nein")],
  [
    { property: "contractEnds", before: "2027-01-01" },
    having({ contractEnds: known("2026-12-31T10:00:00Z") }),
    ...yes("Contract ends is December 31, 2026.", "„contract ends“ ist der 31. Dezember 2026."),
  ],
];

const EVENTS: readonly Golden[] = [
  [
    { ...pricing, atLeast: 3, within: "7d" },
    did(view("/pricing"), view("/pricing")),
    ...no("pricing was visited twice in 7 days", "„pricing“ wurde in den letzten 7 Tagen zweimal besucht"),
  ],
  [
    { ...pricing, within: "7d" },
    did(),
    ...no("pricing was never visited in 7 days", "„pricing“ wurde in den letzten 7 Tagen nicht besucht"),
  ],
  [
    { ...pricing, atLeast: 3 },
    did({ ...view("/pricing", 40), times: 3 }, view("/pricing")),
    ...yes(
      "Pricing was visited 4 times (older events counted by day).",
      "„pricing“ wurde 4-mal besucht (ältere Ereignisse nach Tagen gezählt).",
    ),
  ],
  [
    { ...pricing, within: "7d" },
    did({ ...view("/pricing", 40), times: 3 }, view("/pricing")),
    ...yes("Pricing was visited once in 7 days.", "„pricing“ wurde in den letzten 7 Tagen einmal besucht."),
  ],
  [download, did(), ...no("“download” never happened", "„download“ kam nie vor")],
  [{ not: download }, did(), ...yes("“download” never happened.", "„download“ kam nie vor.")],
  [
    { ...pricing, atLeast: 2, everWithin: "2d" },
    did(view("/pricing", 100), view("/pricing", 99), view("/pricing", 1)),
    ...yes(
      "Pricing was visited twice in 2 days at some point.",
      "„pricing“ wurde irgendwann innerhalb von 2 Tagen zweimal besucht.",
    ),
  ],
  [
    { ...pricing, notWithin: "30d" },
    did(view("/pricing", 40)),
    ...yes(
      "Pricing was visited once, but not in the last 30 days.",
      "„pricing“ wurde einmal besucht, aber nicht in den letzten 30 Tagen.",
    ),
  ],
  [
    { ...pricing, notWithin: "30d" },
    did(view("/pricing", 40), view("/pricing", 3)),
    ...no(
      "pricing was visited twice, also in the last 30 days",
      "„pricing“ wurde zweimal besucht, auch in den letzten 30 Tagen",
    ),
  ],
  [
    { ...pricing, last: { after: "-7d" } },
    did(view("/pricing", 3)),
    ...yes(
      "Pricing was visited once, the last time less than 7 days ago.",
      "„pricing“ wurde einmal besucht, zuletzt vor weniger als 7 Tagen.",
    ),
  ],
  [
    { ...pricing, last: { after: "-7d" } },
    did(view("/pricing", 20)),
    ...no(
      "pricing was visited once, but the last time was not less than 7 days ago",
      "„pricing“ wurde einmal besucht, aber das letzte Mal war nicht vor weniger als 7 Tagen",
    ),
  ],
  [
    { ...pricing, first: { before: "2026-01-01" } },
    did(view("/pricing", 20)),
    ...no(
      "pricing was visited once, but the first time was not before January 1, 2026",
      "„pricing“ wurde einmal besucht, aber das erste Mal war nicht vor dem 1. Januar 2026",
    ),
  ],
  [
    { ...pricing, then: { ...download, within: "1d" } },
    did(view("/pricing", 3), ago(2.5, "download")),
    ...yes(
      "Pricing was visited once, then “download” happened within 1 day.",
      "„pricing“ wurde einmal besucht, danach kam innerhalb von 1 Tag „download“ vor.",
    ),
  ],
  [
    { ...pricing, within: "7d", then: download },
    did(view("/pricing", 3)),
    ...no(
      "this sequence never happened in 7 days: pricing was visited, then “download” happened",
      "diese Abfolge kam in den letzten 7 Tagen nicht vor: „pricing“ wurde besucht, danach kam „download“ vor",
    ),
  ],
  [
    { score: [{ ...download, weight: 5 }], gte: 10 },
    did(ago(3, "download")),
    ...no("the score of “download” is 5", "die Punktzahl für „download“ ist 5"),
  ],
];

const icp: Condition = { membership: "icp-a" };
const member = (is: "yes" | "no"): Facts => ({ ...having({}), memberships: { "icp-a": { is } } });

const MEMBERSHIPS: readonly Golden[] = [
  [
    icp,
    member("yes"),
    ...yes(
      "Meets the criteria of “Best-fit companies” that are not on this page.",
      "Die Person erfüllt die Kriterien von „Best-fit companies“ (sie stehen nicht auf dieser Seite).",
    ),
  ],
  [
    icp,
    member("no"),
    ...no(
      "does not meet the criteria of “Best-fit companies” that are not on this page",
      "die Person erfüllt die Kriterien von „Best-fit companies“ nicht (sie stehen nicht auf dieser Seite)",
    ),
  ],
];

const HEDGES: readonly Golden[] = [
  [
    { property: "persona", is: "cfo", whenUnknown: "yes" },
    having({ persona: unknown("stale") }),
    ...yes(
      "In doubt about persona: the last answer is too old to be used, which counts as a yes here.",
      "Unklar, zählt hier aber als Ja: Persona: die letzte Antwort ist zu alt.",
    ),
  ],
  [
    { ...pricing, whenUnknown: "no" },
    having({}, unknown("failed")),
    ...no(
      "in doubt about what was done on this site: the device’s log could not be read, which counts as a no here",
      "unklar, zählt hier aber als Nein: das Verhalten auf dieser Website: das Protokoll des Geräts ließ sich nicht lesen",
    ),
  ],
];

group.each([
  ["a property", PROPERTIES],
  ["behavior", EVENTS],
  ["a membership", MEMBERSHIPS],
  ["a doubt that a rule takes as an answer", HEDGES],
])("what was found about %s", (_what, goldens) => {
  it.each(goldens)("%#: is said in English and in German", (condition, visitor, english, german) => {
    expect(foundIn(condition, visitor, "en")).toBe(english);
    expect(foundIn(condition, visitor, "de")).toBe(german);
  });
});

group("what the library does not expose", () => {
  const secret = having({ dealAmount: known(73_000), persona: known("cfo") });
  const deal: Condition = { all: [cfo, { property: "dealAmount", gt: 50_000 }] };

  it("is not told: neither what was found nor what is asked", () => {
    expect(foundIn(deal, secret, "en")).toBe("Persona is CFO, and deal amount fits.");
    expect(foundIn(deal, secret, "de")).toBe("Persona ist CFO, und „deal amount“ passt.");
    expect(foundIn({ not: deal }, secret, "en")).toMatch(/: persona is CFO, and deal amount does not fit\.$/);
    const poor = having({ dealAmount: known(120), persona: known("cfo") });
    expect(foundIn(deal, poor, "en")).toMatch(/: deal amount does not fit\.$/);
    expect(foundIn(deal, having({ dealAmount: ABSENT, persona: known("cfo") }), "de")).toMatch(
      /: „deal amount“ passt nicht\.$/,
    );
  });

  it("is not told by the words for a rule", () => {
    expect(describe(deal, names)).toBe(
      "persona is CFO, and deal amount meets criteria that are not on this page",
    );
    expect(describe({ not: deal }, names, "de")).toBe(
      "Persona ist nicht CFO oder „deal amount“ erfüllt bestimmte Kriterien nicht (sie stehen nicht auf dieser Seite)",
    );
  });

  it("is told by the full library", () => {
    const full = { ...names, properties: { ...names.properties, dealAmount: { label: "Deal amount" } } };
    expect(foundIn(deal, secret, "en", full)).toBe("Persona is CFO, and deal amount is 73,000.");
    expect(foundIn(deal, secret, "de", full)).toBe("Persona ist CFO, und Deal amount ist 73.000.");
  });

  it("stands behind a membership only where the full library is at hand", () => {
    const full = { ...names, memberships: { "icp-a": { property: "icpTier", is: "a" } } };
    expect(foundIn(icp, member("yes"), "en", full)).toBe("ICP tier is a.");
    expect(foundIn(icp, member("yes"), "de", full)).toBe("ICP tier ist a.");
    expect(foundIn(icp, member("no"), "en", full)).toMatch(/: ICP tier is not a\.$/);
    expect(foundIn(icp, member("no"), "de", full)).toMatch(/: ICP tier ist nicht a\.$/);
  });
});
