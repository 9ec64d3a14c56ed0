import type { Scalar } from "../../../shared/engine/condition.ts";
import { ABSENT, type Facts, known, unknown } from "../../../shared/engine/facts.ts";
import { type Random, randomFrom } from "../random.ts";

type Maybe<T> = T | null | undefined;

/** Visitors as developers hold them: null where the source says there is none, undefined where nobody knows. */
export type Plain = Readonly<Record<string, Maybe<Scalar>>>;

// A type, not an interface: only so does it count as Plain too.
export type Visitor = {
  readonly persona: Maybe<string>;
  readonly lifecycleStage: Maybe<string>;
  readonly icpTier: Maybe<string>;
  readonly employees: Maybe<number>;
  readonly country: Maybe<string>;
  readonly openDeal: Maybe<boolean>;
  readonly pricingVisits: Maybe<number>;
  readonly source: Maybe<string>;
};

export const stages = [
  "subscriber",
  "lead",
  "marketingqualifiedlead",
  "salesqualifiedlead",
  "opportunity",
  "customer",
  "evangelist",
  "other",
] as const;
const personas = ["cfo", "it-lead", "analyst", "marketer", "founder"] as const;
const countries = ["US", "CA", "GB", "DE", "AT", "CH", "FR", "JP"] as const;
const sources = ["search", "ad", "newsletter", "partner", "employee", "direct"] as const;

/** Three in ten have gaps: facts that are absent, and facts that nobody knows. */
export function makeVisitors(count: number): readonly Visitor[] {
  const random = randomFrom(1);
  return Array.from({ length: count }, () => {
    const fact = gapsOf(random, random.chance(0.3));
    // Always all eight, in one order: objects of one shape are what serves every engine best.
    return {
      persona: fact(random.one(personas)),
      lifecycleStage: fact(random.one(stages)),
      icpTier: fact(random.one(["a", "b", "c"])),
      employees: fact(random.one([3, 12, 40, 80, 250, 600, 2_000, 40_000])),
      country: fact(random.one(countries)),
      openDeal: fact(random.chance(0.2)),
      pricingVisits: fact(random.whole(0, 8) * random.whole(0, 4)),
      source: fact(random.one(sources)),
    };
  });
}

/** Leaves a fact as it is, or, for a visitor with gaps, sometimes makes it absent or unknown. */
export function gapsOf(random: Random, hasGaps: boolean) {
  return <T>(value: T): Maybe<T> => {
    if (!hasGaps) return value;
    const chance = random.next();
    return chance < 0.15 ? null : chance < 0.3 ? undefined : value;
  };
}

export const hasUnknowns = (visitor: Plain): boolean => Object.values(visitor).includes(undefined);

export const factOf = (value: Maybe<Scalar>) =>
  value === undefined ? unknown("missing") : value === null ? ABSENT : known(value);

export function factsOf(visitor: Plain): Facts {
  const properties = Object.entries(visitor).map(([id, value]) => [id, factOf(value)] as const);
  return {
    properties: Object.fromEntries(properties),
    memberships: {},
    events: [],
    now: Date.UTC(2026, 10, 24),
  };
}
