import type { Visitor } from "../visitors.ts";
import { type Engine, no, unknown, yes } from "./engine.ts";

// The five segments as somebody who knows them writes them for speed: three-valued, no early exit missed.

function evaluatingCfo({ persona, lifecycleStage: stage, pricingVisits: visits }: Visitor): number {
  if (persona !== undefined && persona !== "cfo") return no;
  if (
    stage !== undefined &&
    stage !== "marketingqualifiedlead" &&
    stage !== "salesqualifiedlead" &&
    stage !== "opportunity"
  )
    return no;
  if (visits === null || (visits !== undefined && visits < 3)) return no;
  return persona === undefined || stage === undefined || visits === undefined ? unknown : yes;
}

function enterpriseFit({ icpTier: tier, employees, country, openDeal }: Visitor): number {
  if (tier !== undefined && tier !== "a" && tier !== "b") return no;
  if (employees === null || (employees !== undefined && (employees < 500 || employees > 10_000))) return no;
  if (country !== undefined && country !== "US" && country !== "CA" && country !== "GB" && country !== "DE")
    return no;
  if (openDeal === true) return no;
  return tier === undefined || employees === undefined || country === undefined || openDeal === undefined
    ? unknown
    : yes;
}

function customersToGrow({
  lifecycleStage: stage,
  employees,
  icpTier: tier,
  pricingVisits,
}: Visitor): number {
  if (tier === "c") return no;
  if (pricingVisits !== undefined && pricingVisits !== null && pricingVisits >= 20) return no;
  let doubt = tier === undefined || pricingVisits === undefined || stage === undefined;
  if (stage === "evangelist") {
    if (employees === null || (employees !== undefined && employees < 50)) return no;
    doubt ||= employees === undefined;
  } else if (stage !== "customer" && stage !== undefined) return no;
  return doubt ? unknown : yes;
}

function researchingNewcomers(visitor: Visitor): number {
  const { lifecycleStage: stage, persona, pricingVisits: visits, source, openDeal } = visitor;
  if (stage !== undefined && stage !== "subscriber" && stage !== "lead") return no;
  if (openDeal === true || source === "employee") return no;
  let doubt = stage === undefined || openDeal === undefined || source === undefined;
  const isKeen =
    persona === "it-lead" ||
    persona === "analyst" ||
    source === "search" ||
    (visits !== undefined && visits !== null && visits >= 2);
  if (!isKeen) {
    if (persona !== undefined && visits !== undefined && source !== undefined) return no;
    doubt = true;
  }
  return doubt ? unknown : yes;
}

function worthWinningBack(visitor: Visitor): number {
  const lapsed = isLapsed(visitor);
  if (lapsed === yes) return yes;
  const founder = isCuriousFounder(visitor);
  return Math.max(founder, lapsed);
}

function isLapsed({ lifecycleStage: stage, employees, icpTier: tier }: Visitor): number {
  if (stage !== undefined && stage !== "other") return no;
  if (employees === null || (employees !== undefined && employees < 200)) return no;
  if (tier === "c") return no;
  return stage === undefined || employees === undefined || tier === undefined ? unknown : yes;
}

function isCuriousFounder({ source, persona, pricingVisits: visits, country }: Visitor): number {
  if (persona !== undefined && persona !== "founder") return no;
  if (source === "employee" || source === "partner") return no;
  if (visits === null || (visits !== undefined && (visits < 1 || visits > 4))) return no;
  if (country !== undefined && country !== "DE" && country !== "AT" && country !== "CH") return no;
  return source === undefined || persona === undefined || visits === undefined || country === undefined
    ? unknown
    : yes;
}

/** The limit that every engine is held against: five direct calls, nothing in between. */
export function loadHandWritten(visitors: readonly Visitor[]): Engine {
  const answers = new Uint8Array(visitors.length * 5);
  return {
    name: "hand-written",
    twoValued: false,
    answer: (from, to) => answerFive(visitors, from, to, answers),
    answers: () => answers,
  };
}

function answerFive(visitors: readonly Visitor[], from: number, to: number, answers: Uint8Array): void {
  for (let index = from; index < to; index++) {
    const visitor = visitors[index];
    if (!visitor) return;
    const at = index * 5;
    answers[at] = evaluatingCfo(visitor);
    answers[at + 1] = enterpriseFit(visitor);
    answers[at + 2] = customersToGrow(visitor);
    answers[at + 3] = researchingNewcomers(visitor);
    answers[at + 4] = worthWinningBack(visitor);
  }
}
