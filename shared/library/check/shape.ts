import type { z } from "zod";
import { type Said, said } from "../../sentences/said.ts";
import { didYouMean } from "./closest.ts";
import { keysAt } from "./keys.ts";
import { alike, error, named, type Problem, pathOf, shown } from "./problem.ts";
import { either, oneOf, schemaWords, sizeWords, typeWord } from "./shape-words.ts";

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
          found: alike(JSON.stringify(path.at(-1))),
          expected: either(issue.issues.map(({ message }) => schemaWords(message))),
          mend: said("Rename it.", "Benennen Sie es um."),
        }),
      ];
    case "invalid_type":
      return [
        error({ ...at, expected: typeWord(issue.expected), mend: value === undefined ? ADD_IT : undefined }),
      ];
    case "invalid_value": {
      const words = issue.values.map(String);
      const expected = words.length === 1 ? alike(words.join()) : oneOf(words);
      return [error({ ...at, expected, mend: didYouMean(value, words) })];
    }
    case "too_small": {
      const expected = own(issue) ?? sizeWords("least", issue.minimum, issue.origin);
      return [error({ ...at, expected, mend: undefined })];
    }
    case "too_big": {
      const expected = own(issue) ?? sizeWords("most", issue.maximum, issue.origin);
      return [error({ ...at, expected, mend: undefined })];
    }
    default:
      return [error({ ...at, expected: schemaWords(issue.message), mend: undefined })];
  }
}

const ADD_IT = said("Add it.", "Ergänzen Sie es.");
const TAKE_IT_OUT = said("Take it out.", "Entfernen Sie es.");

/** The message that the schema gave itself. */
const own = ({ message }: Issue) => (message.startsWith("Too ") ? undefined : schemaWords(message));

function unknownKey(key: string, path: Path, value: unknown): Problem {
  const keys = keysAt(path);
  const other = Object.keys(value ?? {}).find((one) => one !== key && TELLING.includes(one));
  if (keys.includes(key))
    return error({
      path: pathOf([...path, key]),
      found: alike(JSON.stringify(key)),
      expected: said(`a key that goes with "${other}"`, `ein Schlüssel, der zu "${other}" passt`),
      mend: TELLING.includes(key)
        ? said(
            'Put them side by side into an "all" or an "any".',
            'Stellen Sie beide nebeneinander in ein "all" oder ein "any".',
          )
        : TAKE_IT_OUT,
    });
  const known = keys.length > 12 ? "" : named(keys);
  return error({
    path: pathOf([...path, key]),
    found: alike(JSON.stringify(key)),
    expected: said(`${KEY}${known}`, `ein Schlüssel, der hier bekannt ist${known}`),
    mend: didYouMean(key, keys) ?? TAKE_IT_OUT,
  });
}

type UnionIssue = Extract<Issue, { code: "invalid_union" }>;

/** The problems of the branch that the author meant, told by the key that is there. */
function ofUnion(issue: UnionIssue, path: Path, value: unknown): readonly Problem[] {
  const options = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  if (options.length > 0) {
    const mend = didYouMean(value, options) ?? (value === undefined ? ADD_IT : undefined);
    return [error({ path: pathOf(path), found: shown(value), expected: oneOf(options), mend })];
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
  const meant = kinds && keys.map((key) => didYouMean(key, kinds)).find((mend) => mend !== undefined);
  return error({
    path: pathOf(path),
    found: shown(value),
    expected: kinds ? withOneOf(kinds) : ofType(types),
    mend: meant,
  });
}

const withOneOf = (kinds: readonly string[]): Said =>
  kinds === CONDITIONS
    ? said(`a condition with one of ${kinds.join(", ")}`, `eine Bedingung mit einem von ${kinds.join(", ")}`)
    : said(`content with one of ${kinds.join(", ")}`, `Inhalt mit einem von ${kinds.join(", ")}`);

const ofType = (types: readonly WrongType[]): Said =>
  types.length === 0
    ? said("of this kind", "etwas von dieser Art")
    : either(types.map(({ expected }) => typeWord(expected)));

type WrongType = Extract<Issue, { code: "invalid_type" }>;
const isWrongType = (issue: Issue): issue is WrongType =>
  issue.code === "invalid_type" && issue.path.length === 0;

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (one, step) =>
      typeof one === "object" && one !== null ? (one as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}
