import { Engine as RulesEngine } from "json-rules-engine";
import type { Condition } from "../../../../shared/engine/condition.ts";
import { type LoadEngine, no, yes } from "./engine.ts";

/** It answers all its rules at once, and only through a promise. */
export const loadJsonRulesEngine: LoadEngine = (segments, visitors) => {
  const rules = Object.values(segments).map(({ when }, at) => ({
    conditions: toRule(when),
    event: { type: String(at) },
  }));
  const engine = new RulesEngine(rules, { allowUndefinedFacts: true });
  const answers = new Uint8Array(visitors.length * rules.length);
  return {
    name: "json-rules-engine",
    twoValued: true,
    answer: async (from, to) => {
      for (let index = from; index < to; index++) {
        const { events } = await engine.run(visitors[index] ?? {});
        answers.fill(no, index * rules.length, (index + 1) * rules.length);
        for (const { type } of events) answers[index * rules.length + Number(type)] = yes;
      }
    },
    answers: () => answers,
  };
};

function toRule(when: Condition): object {
  if ("all" in when) return { all: when.all.map(toRule) };
  if ("any" in when) return { any: when.any.map(toRule) };
  if ("not" in when) return { not: toRule(when.not) };
  if (!("property" in when)) throw new TypeError(`no translation for ${JSON.stringify(when)}`);
  const test = (operator: string, value: unknown) => ({ fact: when.property, operator, value });
  if ("is" in when) return test("equal", when.is);
  if ("isNot" in when) return test("notEqual", when.isNot);
  if ("in" in when) return test("in", when.in);
  if ("notIn" in when) return test("notIn", when.notIn);
  if ("gte" in when) return test("greaterThanInclusive", when.gte);
  if ("between" in when) {
    const [from, to] = when.between;
    return { all: [test("greaterThanInclusive", from), test("lessThanInclusive", to)] };
  }
  throw new TypeError(`no translation for ${JSON.stringify(when)}`);
}
