import type { z } from "zod";
import { didYouMean } from "./closest.ts";
import { keysAt } from "./keys.ts";
import { error, named, type Problem, pathOf, shown } from "./problem.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What kinds of conditions and of content are told apart by. */
const CONDITIONS = ["all", "any", "not", "segment", "property", "event", "score"];
const CONTENTS = ["template", "text", "offer", "hide"];
const TELLING = [...CONDITIONS, ...CONTENTS];

/** What zod found wrong, as problems that a person can mend. */
export function problemsOfShape(issues: readonly Issue[], value: unknown): readonly Problem[] {
  const problems = issues.flatMap((issue) => translated(issue, issue.path, valueAt(value, issue.path)));
  const unknownKeys = new Set(
    problems
      .filter(({ expected }) => expected.startsWith(KEY))
      .map(({ path }) => path.replace(/\.[^.]*$/, "")),
  );
  // Somebody who mistyped an operator need not read that there is none.
  return problems.filter(
    ({ expected, path }) => !(expected.startsWith(ONE_OPERATOR) && unknownKeys.has(path)),
  );
}

const KEY = "a key that is known here";
const ONE_OPERATOR = "exactly one operator";

function translated(issue: Issue, path: Path, value: unknown): readonly Problem[] {
  const at = { path: pathOf(path), found: shown(value) };
  switch (issue.code) {
    case "invalid_union":
      return ofUnion(issue, path, value);
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, path, value));
    case "invalid_key":
      return [
        error({
          path: pathOf(path),
          found: JSON.stringify(path.at(-1)),
          expected: issue.issues[0]?.message ?? "a key",
          mend: "Rename it.",
        }),
      ];
    case "invalid_type":
      return [
        error({ ...at, expected: typeWord(issue.expected), mend: value === undefined ? "Add it." : "" }),
      ];
    case "invalid_value": {
      const words = issue.values.map(String);
      const expected = words.length === 1 ? words.join() : `one of ${words.join(", ")}`;
      return [error({ ...at, expected, mend: didYouMean(value, words, "") })];
    }
    case "too_small":
      return [
        error({
          ...at,
          expected: own(issue) ?? sizeWords("at least", issue.minimum, issue.origin),
          mend: "",
        }),
      ];
    case "too_big":
      return [
        error({ ...at, expected: own(issue) ?? sizeWords("at most", issue.maximum, issue.origin), mend: "" }),
      ];
    default:
      return [error({ ...at, expected: issue.message, mend: "" })];
  }
}

/** The message that the schema gave itself. */
const own = ({ message }: Issue) => (message.startsWith("Too ") ? undefined : message);

function unknownKey(key: string, path: Path, value: unknown): Problem {
  const keys = keysAt(path);
  const other = Object.keys(value ?? {}).find((one) => one !== key && TELLING.includes(one));
  if (keys.includes(key))
    return error({
      path: pathOf([...path, key]),
      found: JSON.stringify(key),
      expected: `a key that goes with "${other}"`,
      mend: TELLING.includes(key) ? 'Put them side by side into an "all" or an "any".' : "Take it out.",
    });
  return error({
    path: pathOf([...path, key]),
    found: JSON.stringify(key),
    expected: `${KEY}${keys.length > 12 ? "" : named(keys)}`,
    mend: didYouMean(key, keys, "Take it out."),
  });
}

type UnionIssue = Extract<Issue, { code: "invalid_union" }>;

/** The problems of the branch that the author meant, told by the key that is there. */
function ofUnion(issue: UnionIssue, path: Path, value: unknown): readonly Problem[] {
  const options = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  if (options.length > 0) {
    const mend = didYouMean(value, options, value === undefined ? "Add it." : "");
    return [
      error({ path: pathOf(path), found: shown(value), expected: `one of ${options.join(", ")}`, mend }),
    ];
  }
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const telling = keys.find((key) => TELLING.includes(key));
  const isOfType = (branch: readonly Issue[]) => !branch.some((one) => isWrongType(one));
  const takes = (branch: readonly Issue[]) =>
    !branch.some(
      (one) => one.code === "unrecognized_keys" && one.path.length === 0 && one.keys.includes(telling ?? ""),
    );
  const branches = opened(issue.errors, value).filter(isOfType);
  const branch = branches.find(takes);
  if (branch && (telling !== undefined || Array.isArray(value) || branches.length === 1))
    return branch.flatMap((one) => translated(one, [...path, ...one.path], valueAt(value, one.path)));
  return [noBranch(issue, path, value, keys)];
}

/** Branches that are unions of the same value themselves, opened. */
const opened = (branches: readonly (readonly Issue[])[], value: unknown): readonly (readonly Issue[])[] =>
  branches.flatMap((branch) => {
    const inner = branch.length === 1 ? branch[0] : undefined;
    return inner?.code === "invalid_union" && inner.path.length === 0
      ? opened(inner.errors, value)
      : [branch];
  });

function noBranch(issue: UnionIssue, path: Path, value: unknown, keys: readonly string[]): Problem {
  const known = keysAt(path);
  const kinds = known.includes("all") ? CONDITIONS : known.includes("template") ? CONTENTS : undefined;
  const types = opened(issue.errors, value).flatMap((branch) => branch.filter(isWrongType));
  const expected = kinds
    ? `${kinds === CONDITIONS ? "a condition" : "content"} with one of ${kinds.join(", ")}`
    : [...new Set(types.map((type) => typeWord(type.expected)))].join(" or ");
  const meant = kinds && keys.map((key) => didYouMean(key, kinds, "")).find((mend) => mend !== "");
  return error({
    path: pathOf(path),
    found: shown(value),
    expected: expected || "of this kind",
    mend: meant ?? "",
  });
}

const isWrongType = (issue: Issue): issue is Extract<Issue, { code: "invalid_type" }> =>
  issue.code === "invalid_type" && issue.path.length === 0;

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
};
const typeWord = (type: string) => TYPE_WORDS[type] ?? type;

const sizeWords = (bound: string, size: number | bigint, origin: string) =>
  origin === "string" && size === 1
    ? "a text with something in it"
    : origin === "array"
      ? `a list with ${bound} ${size}`
      : origin === "string"
        ? `a text of ${bound} ${size} letters`
        : `a number of ${bound} ${size}`;

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (one, step) =>
      typeof one === "object" && one !== null ? (one as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}
