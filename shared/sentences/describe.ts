import {
  type Condition,
  type EventLeaf,
  operatorOf,
  type ScoreLeaf,
  type Test,
} from "../engine/condition.ts";
import { listed, type Names, propertyName, segmentName, valueName, worded } from "./names.ts";

/** A condition in words: "persona is CFO, and pricing was visited at least 3 times in 7 days". */
export function describe(condition: Condition, names: Names): string {
  if ("all" in condition) return joined(condition.all, "and", names);
  if ("any" in condition) return joined(condition.any, "or", names);
  if ("not" in condition) return describeNot(condition.not, names);
  if ("segment" in condition) return `is in “${segmentName(condition.segment, names)}”`;
  if ("membership" in condition) {
    const behind = names.memberships?.[condition.membership];
    return behind ? describe(behind, names) : "meets criteria that are not on this page";
  }
  if ("property" in condition)
    return `${propertyName(condition.property, names)} ${testWords(condition, (value) => valueName(condition.property, value, names))}`;
  if ("score" in condition)
    return `the score of ${scoreWords(condition)} ${testWords(condition as unknown as Test, String)}`;
  return `${eventWords(condition)} ${countWords(condition)}${windowWords(condition)}`;
}

const joined = (parts: readonly Condition[], word: "and" | "or", names: Names) => {
  const texts = parts.map((part) => {
    const text = describe(part, names);
    return "any" in part && word === "and" && part.any.length > 1 ? `(${text})` : text;
  });
  return texts.length === 2 ? texts.join(word === "and" ? ", and " : " or ") : listed(texts, word);
};

function describeNot(condition: Condition, names: Names): string {
  if ("segment" in condition) return `is not in “${segmentName(condition.segment, names)}”`;
  if ("not" in condition) return describe(condition.not, names);
  return `not (${describe(condition, names)})`;
}

/** What an operator asks, after a property's name. */
export function testWords(test: Test, value: (operand: unknown) => string): string {
  const [operator, operand] = operatorOf(test);
  switch (operator) {
    case "is":
      return `is ${value(operand)}`;
    case "isNot":
      return `is not ${value(operand)}`;
    case "in":
      return `is ${value(operand)}`;
    case "notIn":
      return `is not ${value(operand)}`;
    case "gt":
      return `is more than ${value(operand)}`;
    case "gte":
      return `is at least ${value(operand)}`;
    case "lt":
      return `is less than ${value(operand)}`;
    case "lte":
      return `is at most ${value(operand)}`;
    case "between":
      return `is between ${(operand as readonly number[]).map(value).join(" and ")}`;
    case "contains":
      return `contains ${value(operand)}`;
    case "containsAny":
      return `contains ${value(operand)}`;
    case "containsAll":
      return `contains all of ${value(operand)}`;
    case "containsNone":
      return `contains none of ${value(operand)}`;
    case "startsWith":
      return `starts with ${value(operand)}`;
    case "endsWith":
      return `ends with ${value(operand)}`;
    case "matches":
      return `matches the pattern ${String(operand)}`;
    case "known":
      return operand ? "is known" : "is empty";
    case "before":
      return `is before ${day(operand)}`;
    case "after":
      return `is after ${day(operand)}`;
  }
}

const scoreWords = ({ score }: ScoreLeaf) =>
  listed([...new Set(score.map(({ event }) => `“${worded(event)}”`))], "and");

export const day = (moment: unknown): string => String(moment).slice(0, 10);

/** "pricing was visited", "“download” happened". */
export function eventWords({ event, where = {} }: EventLeaf): string {
  const { path, ...others } = where;
  const which = Object.entries(others).map(([field, test]) => `${worded(field)} ${testWords(test, String)}`);
  const suffix = which.length > 0 ? ` (${which.join(", ")})` : "";
  if (event !== "page_view") return `“${worded(event)}” happened${suffix}`;
  return `${path ? pageWords(path) : "a page"} was visited${suffix}`;
}

function pageWords(test: Test): string {
  const [operator, operand] = operatorOf(test);
  const isPlain = (operator === "is" || operator === "startsWith") && typeof operand === "string";
  return isPlain
    ? operand === "/"
      ? "the home page"
      : operand.replace(/^\//, "")
    : `a page whose path ${testWords(test, String)}`;
}

export const times = (count: number): string =>
  count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;

function countWords({ atLeast, atMost }: EventLeaf): string {
  if (atMost === undefined) return `at least ${times(atLeast ?? 1)}`;
  return atLeast === undefined ? `at most ${times(atMost)}` : `${atLeast} to ${times(atMost)}`;
}

const UNIT_WORDS: Readonly<Record<string, string>> = {
  s: "second",
  m: "minute",
  h: "hour",
  d: "day",
  w: "week",
  mo: "month",
  y: "year",
};

export function windowWords({ within }: Pick<EventLeaf, "within">): string {
  const [, count, unit] = /^(\d+)([a-z]+)$/.exec(within ?? "") ?? [];
  const word = UNIT_WORDS[unit ?? ""];
  return count === undefined || word === undefined ? "" : ` in ${count} ${word}${count === "1" ? "" : "s"}`;
}
