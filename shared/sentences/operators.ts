import { operatorOf, type PropertyLeaf, type ScoreLeaf, type Test } from "../engine/condition.ts";
import type { Flag } from "./catalogues/messages.ts";
import type { Speaker } from "./speaker.ts";
import { kindOf, momentWords, valueWords } from "./values.ts";

export const flag = (isSo: boolean): Flag => (isSo ? "yes" : "no");

/** What an operator asks, after the name of what is asked; its opposite where it is negated. */
export function testWords(
  test: Test | PropertyLeaf | ScoreLeaf,
  speaker: Speaker,
  isNegated = false,
): string {
  const { say, list } = speaker;
  const property = "property" in test ? test.property : "";
  const word = (value: unknown) => valueWords(value, speaker, property);
  const words = (values: unknown, joint: "and" | "or") =>
    list((values as readonly unknown[]).map(word), joint);
  const negated = flag(isNegated);
  const opposite = flag(!isNegated);
  const [operator, operand] = operatorOf(test);
  switch (operator) {
    case "is":
      return say("test.is", { negated, kind: kindOf(operand), value: word(operand) });
    case "isNot":
      return say("test.is", { negated: opposite, kind: kindOf(operand), value: word(operand) });
    case "in":
    case "notIn":
      return say("test.in", {
        negated: operator === "in" ? negated : opposite,
        count: (operand as readonly unknown[]).length,
        value: words(operand, "or"),
        values: words(operand, "and"),
      });
    case "gt":
    case "gte":
    case "lt":
    case "lte":
    case "contains":
      return say(`test.${operator}`, { negated, value: word(operand) });
    case "startsWith":
    case "endsWith":
    case "matches":
      return say(`test.${operator}`, { negated, value: String(operand) });
    case "between": {
      const [from, to] = operand as readonly [number, number];
      return say("test.between", { negated, from: word(from), to: word(to) });
    }
    case "containsAny":
    case "containsNone":
      return say("test.containsAny", {
        negated: operator === "containsAny" ? negated : opposite,
        value: words(operand, "or"),
        values: words(operand, "and"),
      });
    case "containsAll":
      return say("test.containsAll", {
        negated,
        value: words(operand, "or"),
        values: words(operand, "and"),
      });
    case "known":
      return say("test.known", { negated: operand ? negated : opposite });
    case "before":
    case "after":
      return say(`test.${operator}`, { negated, ...momentWords(String(operand), speaker) });
  }
}
