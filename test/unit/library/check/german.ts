import { NOTHING, type Problem, type Wording } from "../../../../shared/library/check/problem.ts";

const PARTS = ["found", "expected", "mend"] as const satisfies readonly (keyof Wording)[];

const ENGLISH =
  / (?:a|the|of|one|that|which|with|and|or|to|it|not|by|only|this|such|is|are|at) |expected|nothing|Add |Take |Say |Did you/i;

/** What is not German in the German of a problem; undefined where all of it is. */
export function notGerman(problem: Problem): string | undefined {
  const part = PARTS.find((one) => isLeftOut(problem[one], problem.de[one]));
  return part && `${problem.path}: the German of "${problem[part]}" is "${problem.de[part]}"`;
}

/** Whether a text has no German, or one that is English. */
export function isLeftOut(english: string, german: string): boolean {
  if (english === "") return german !== "";
  if (german.trim() === "" || ENGLISH.test(` ${ownWords(german)} `)) return true;
  return hasWords(english) && german === english;
}

/** Without what stands in the library, which has no language: values, ids in a row, keys in braces. */
const ownWords = (text: string) =>
  text
    .replace(/"(?:[^"\\]|\\.)*"?/g, "")
    .replace(/\(.*\)/g, "")
    .replace(/\{.*\}/g, "");

const hasWords = (text: string) => text === NOTHING.en || /[\p{L}\d,] \p{L}/u.test(ownWords(text));
