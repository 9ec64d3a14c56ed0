import type { Condition, Test } from "../../../../shared/engine/condition.ts";
import {
  ABSENT,
  type Fact,
  type Facts,
  known,
  type Membership,
  unknown,
} from "../../../../shared/engine/facts.ts";
import type { Library } from "../../../../shared/library/library.ts";
import type { Chance } from "./chance.ts";
import { fullLibrary } from "./full.ts";

export const NOW = Date.parse("2026-11-24T12:00:00Z");
const DAY = 86_400_000;

const PROPERTIES = [
  "lifecycleStage",
  "firstName",
  "persona",
  "optOut",
  "employees",
  "since",
  "topics",
  "country",
] as const;

/** The same library with random rules in all its places. */
export function randomLibrary(luck: Chance): Library {
  const library = fullLibrary();
  const { segments, suppressions, offers } = library;
  for (const segment of Object.values(segments)) segment.when = condition(luck, 3, []);
  for (const rule of Object.values(suppressions)) {
    rule.when = condition(luck, 2, Object.keys(segments));
    rule.class = luck.of(["legal", "safety", "relationship", "fit", "fatigue"]);
    if (rule.class === "legal" || luck.isSo(0.5)) delete rule.doubt;
  }
  for (const offer of Object.values(offers))
    if (luck.isSo(0.5)) offer.eligible = condition(luck, 2, Object.keys(segments));
  return library;
}

function condition(luck: Chance, depth: number, segments: readonly string[]): Condition {
  const inside = () => condition(luck, depth - 1, segments);
  const some = () => Array.from({ length: 1 + luck.below(3) }, inside);
  const kind = depth === 0 ? "leaf" : luck.of(["all", "any", "not", "leaf", "leaf", "segment"]);
  if (kind === "all") return { all: some() };
  if (kind === "any") return { any: some() };
  if (kind === "not") return { not: inside() };
  const [first, ...rest] = segments;
  return kind === "segment" && first !== undefined ? { segment: luck.of([first, ...rest]) } : leaf(luck);
}

const WINDOWS = ["within", "everWithin", "notWithin"] as const;

function leaf(luck: Chance): Condition {
  const hedge = luck.isSo(0.2) ? { whenUnknown: luck.of(["no", "yes"] as const) } : {};
  const event = luck.of(["page_view", "download"]);
  const where = luck.isSo(0.5) ? { where: { path: luck.of<Test>([{ startsWith: "/p" }, { is: "/" }]) } } : {};
  const kind = luck.of(["property", "property", "property", "event", "score"]);
  if (kind === "score")
    return {
      score: [{ event, ...where, weight: 1 + luck.below(5), halfLife: "7d" }],
      gte: luck.below(9),
      ...hedge,
    };
  if (kind === "event")
    return {
      event,
      ...where,
      ...(luck.isSo(0.5) && { atLeast: 1 + luck.below(3) }),
      ...(luck.isSo(0.6) && { [luck.of(WINDOWS)]: luck.of(["1d", "7d"]) }),
      ...(luck.isSo(0.2) && { then: { event: "download", within: "1d" } }),
      ...(luck.isSo(0.2) && { last: { after: "-7d" } }),
      ...hedge,
    };
  const property = luck.of(PROPERTIES);
  return { property, ...testOf(property, luck), ...hedge };
}

function testOf(property: (typeof PROPERTIES)[number], luck: Chance): Test {
  switch (property) {
    case "employees":
      return luck.of<Test>([
        { gte: luck.below(99) },
        { lt: luck.below(99) },
        { between: [9, 50] },
        { is: 18 },
      ]);
    case "optOut":
      return { is: luck.isSo(0.5) };
    case "since":
      return luck.of<Test>([
        { before: "-30d" },
        { after: "2026-11-01" },
        { before: "today" },
        { known: true },
      ]);
    case "topics":
      return luck.of<Test>([
        { contains: "close" },
        { containsAll: ["close", "spend"] },
        { containsNone: ["spend"] },
      ]);
    case "firstName":
      return luck.of<Test>([
        { startsWith: "A" },
        { matches: "^[AE]" },
        { containsAny: ["a", "e"] },
        { is: "Ada" },
      ]);
    default: {
      const [one, other] =
        property === "country"
          ? ["DE", "US"]
          : property === "persona"
            ? ["cfo", "analyst"]
            : ["lead", "customer"];
      return luck.of<Test>([
        { is: one },
        { isNot: other },
        { in: [one, other] },
        { notIn: [one] },
        { known: false },
      ]);
    }
  }
}

const VALUES = [
  "cfo",
  "analyst",
  "lead",
  "customer",
  "DE",
  "US",
  "Ada",
  "n/a",
  "2026-11-10",
  "",
  0,
  18,
  75,
  true,
  false,
];
const fact = (luck: Chance): Fact =>
  luck.of<() => Fact>([
    () => known(luck.isSo(0.2) ? ["close", "Spend"] : (VALUES[luck.below(VALUES.length)] ?? "")),
    () => known(VALUES[luck.below(VALUES.length)] ?? ""),
    () => ABSENT,
    () => unknown(luck.of(["pending", "withheld", "failed", "missing"])),
    () => ({ ...unknown("stale"), last: "customer" }),
  ])();

type Ids = { readonly properties: object; readonly memberships?: object };

/** A visitor of whom anything may be known, of any type. */
export function randomFacts({ properties, memberships = {} }: Ids, luck: Chance): Facts {
  const happened = () => ({
    event: luck.of(["page_view", "download", "offer_shown", "offer_dismissed", "offer_converted"]),
    at: NOW - luck.below(20) * DAY + luck.below(3) * DAY,
    fields: { path: luck.of(["/", "/pricing"]), offer: luck.of(["book-demo", "webinar"]) },
  });
  return {
    properties: Object.fromEntries(Object.keys(properties).map((id) => [id, fact(luck)])),
    memberships: Object.fromEntries(
      Object.keys(memberships).map((id): [string, Membership] => [
        id,
        { is: luck.of(["yes", "no", "unknown"]) },
      ]),
    ),
    events: luck.isSo(0.2) ? unknown("withheld") : Array.from({ length: luck.below(6) }, happened),
    now: NOW,
    lot: luck.below(100) / 100,
    ...(luck.isSo(0.05) && { objected: true }),
    ...(luck.isSo(0.05) && { stopped: true }),
  };
}
