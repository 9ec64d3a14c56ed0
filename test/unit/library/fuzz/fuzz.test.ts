import { describe, expect, it } from "vitest";
import { decide, goalOf, messageIn } from "../../../../shared/engine/decide.ts";
import { evaluate } from "../../../../shared/engine/evaluate.ts";
import { asLastKnown, type Facts } from "../../../../shared/engine/facts.ts";
import type { Rules } from "../../../../shared/engine/rules.ts";
import { check } from "../../../../shared/library/check/check.ts";
import { sentence } from "../../../../shared/library/check/problem.ts";
import { decodeManifest } from "../../../../shared/manifest/decodeManifest.ts";
import { decodeMembership } from "../../../../shared/manifest/decodeMembership.ts";
import { endpointFacts } from "../../../../shared/manifest/facts.ts";
import { membershipSchema } from "../../../../shared/manifest/membership.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { manifestSchema } from "../../../../shared/manifest/shape.ts";
import { answerExample, manifestExample } from "../../manifest/examples.ts";
import { notGerman } from "../check/german.ts";
import { type Chance, chance } from "./chance.ts";
import { fullLibrary } from "./full.ts";
import { type Json, mutated } from "./mutate.ts";
import { NOW, randomFacts, randomLibrary } from "./random.ts";

const LONGEST_MS = 2_000;
const TIMEOUT = 120_000;

/** Tries something so often; what fails names the seed that shows it again. */
function tryOften(times: number, attempt: (luck: Chance) => void) {
  for (let seed = 1; seed <= times; seed++) {
    const began = performance.now();
    try {
      attempt(chance(seed * 7919));
    } catch (error) {
      throw new Error(`Seed ${seed}`, { cause: error });
    }
    if (performance.now() - began > LONGEST_MS) throw new Error(`Seed ${seed} took longer than a moment`);
  }
}

/** Decides every slot, and asks again whether what is shown may be: none of it by what `decide` says itself. How many variations were shown. */
function decideAll(rules: Rules, facts: Facts): number {
  let shown = 0;
  for (const [id, slot] of Object.entries(rules.slots)) {
    const decision = decide(rules, id, facts);
    if (decision.outcome !== "variation") continue;
    shown++;
    const variation = slot.variations.find((one) => one.id === decision.shown?.variation);
    if (!variation || rules.stop || facts.stopped || facts.objected || slot.paused)
      throw new Error("a variation where there should be none");
    if (evaluate({ segment: variation.for }, facts, rules).is !== "yes")
      throw new Error(`${variation.id} is shown to somebody who is not known to be in its segment`);
    const offer = "offer" in variation.content ? variation.content.offer : undefined;
    const message = messageIn(id, slot, rules, goalOf(variation, slot, rules), offer, variation.tags);
    for (const [name, rule] of Object.entries(rules.suppressions)) {
      const { goals, slots, offers, channels, tags } = rule.blocks;
      const isMeant =
        goals?.includes(message.goal) ||
        slots?.includes(id) ||
        offers?.includes(offer ?? "") ||
        channels?.includes(slot.channel ?? "") ||
        message.tags.some((tag) => tags?.includes(tag));
      if (!isMeant) continue;
      const is = evaluate(rule.when, facts, rules).is;
      const last = is === "unknown" ? evaluate(rule.when, asLastKnown(facts), rules).is : is;
      const passes = is === "no" || (is === "unknown" && rule.doubt === "show" && rule.class !== "legal");
      if (!passes || last === "yes") throw new Error(`${variation.id} is shown although ${name} is ${is}`);
    }
  }
  return shown;
}

/** What was checked can be published, and what was published read again. */
function checkAndDecide(value: unknown, luck: Chance): { passed: number; shown: number } {
  const { library, problems } = check(value, NOW);
  for (const problem of problems) {
    const text = sentence(problem);
    if (!/: .+[.?]$/s.test(text) || text.includes("undefined") || text.includes("[object"))
      throw new Error(`nobody can read "${text}"`);
    const left = notGerman(problem);
    if (left) throw new Error(left);
  }
  if (!library) return { passed: 0, shown: 0 };
  const shown = decideAll(library, randomFacts(library, luck));
  const { manifest, memberships } = publish(library);
  // The page reads it as JSON.
  const read = decodeManifest(JSON.parse(JSON.stringify(manifest)));
  if (!read) throw new Error("a checked library is published as something that no page reads");
  const seen = randomFacts({ properties: read.properties, memberships }, luck);
  return { passed: 1, shown: shown + decideAll(read, seen) };
}

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;

describe("whatever is given", () => {
  it.each([1, 2, 3])(
    "a changed library is checked, and what passes is decided by (%i)",
    { timeout: TIMEOUT },
    (part) => {
      const example = asJson(fullLibrary());
      let passed = 0;
      tryOften(10_000, (luck) => {
        for (let skipped = 0; skipped < part; skipped++) luck.below(1);
        passed += checkAndDecide(mutated(example, luck), luck).passed;
      });
      // Were nearly all refused at the first step, nothing behind it would have been tried.
      expect(passed).toBeGreaterThan(500);
    },
  );

  it("a library of random rules is checked, and what passes is decided by", { timeout: TIMEOUT }, () => {
    let passed = 0;
    let shown = 0;
    tryOften(10_000, (luck) => {
      const one = checkAndDecide(randomLibrary(luck), luck);
      passed += one.passed;
      shown += one.shown;
    });
    expect(passed).toBeGreaterThan(5_000);
    expect(shown).toBeGreaterThan(1_000);
  });

  it.each([1, 2, 3])(
    "a changed manifest is refused, or is one and is decided by (%i)",
    { timeout: TIMEOUT },
    (part) => {
      const examples: readonly [Json, Json] = [
        asJson(manifestExample),
        asJson(publish(fullLibrary()).manifest),
      ];
      let passed = 0;
      tryOften(10_000, (luck) => {
        for (let skipped = 0; skipped < part; skipped++) luck.below(1);
        const manifest = decodeManifest(mutated(luck.of(examples), luck));
        if (!manifest) return;
        passed++;
        expect(manifestSchema.safeParse(manifest).error).toBeUndefined();
        decideAll(manifest, randomFacts(manifest, luck));
      });
      expect(passed).toBeGreaterThan(1_000);
    },
  );

  it("a changed answer of the endpoint is refused, or is one and is decided by", { timeout: TIMEOUT }, () => {
    const { manifest } = publish(fullLibrary());
    const example = asJson({
      ...answerExample,
      segments: Object.fromEntries(Object.keys(manifest.memberships).map((id) => [id, { is: "yes" }])),
      properties: { lifecycleStage: "lead", firstName: "Ada" },
    });
    let passed = 0;
    tryOften(30_000, (luck) => {
      const answer = decodeMembership(mutated(example, luck));
      if (!answer) return;
      passed++;
      if (luck.isSo(0.2)) expect(membershipSchema.safeParse(answer).error).toBeUndefined();
      decideAll(manifest, { ...randomFacts(manifest, luck), ...endpointFacts(answer, manifest, NOW) });
    });
    expect(passed).toBeGreaterThan(3_000);
  });
});
