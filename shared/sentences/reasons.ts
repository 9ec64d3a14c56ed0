import type { Evaluation } from "../engine/evaluate.ts";
import type { UnknownBecause } from "../engine/facts.ts";
import type { Truth } from "../engine/truth.ts";
import { describe, eventWords, times, windowWords } from "./describe.ts";
import { listed, type Names, propertyName, segmentName, valueName } from "./names.ts";

/** Why an evaluation answered as it did: the leaves that settled it, in words, with what was found. */
export const reasons = (evaluation: Evaluation, names: Names): string => {
  const texts = [...new Set(settling(evaluation).map(({ leaf, asked }) => found(leaf, asked, names)))];
  return texts.length === 2 ? texts.join(", and ") : listed(texts, "and");
};

/** Why an evaluation is in doubt: what could not be told, and for what reason. */
export function doubts(evaluation: Evaluation, names: Names): string {
  const leaves = settling(evaluation).map(({ leaf }) => leaf);
  const subjects = [...new Set(leaves.map((leaf) => subject(leaf, names)))];
  const because = [
    ...new Set(leaves.map((leaf) => (leaf.because ? BECAUSE[kindOf(leaf)][leaf.because] : ""))),
  ];
  return `${listed(subjects, "and")}: ${because.filter(Boolean).join("; ")}`;
}

type Settled = { readonly leaf: Evaluation; readonly asked: boolean };

/** The leaves without which the answer would be another; `asked` is false below a negation. */
function settling(evaluation: Evaluation, asked = true): readonly Settled[] {
  const { condition, parts = [], is } = evaluation;
  if (parts.length === 0) return [{ leaf: evaluation, asked }];
  if ("not" in condition) return parts.flatMap((part) => settling(part, !asked));
  const decisive = parts.filter((part) => part.is === is);
  // One no settles an `all`, one yes an `any`: the first is enough to say.
  const one = ("all" in condition && is === "no") || ("any" in condition && is === "yes");
  return (one ? decisive.slice(0, 1) : decisive).flatMap((part) => settling(part, asked));
}

function found(leaf: Evaluation, asked: boolean, names: Names): string {
  const { condition, is } = leaf;
  if ("event" in condition)
    return typeof leaf.found === "number" && leaf.found > 0
      ? `${eventWords(condition)} ${times(leaf.found)}${windowWords(condition)}`
      : `${eventWords(condition)
          .replace(/ (was visited|happened)/, " never $1")
          .replace("never was visited", "was never visited")}${windowWords(condition)}`;
  if ("property" in condition) {
    const name = propertyName(condition.property, names);
    if (leaf.found === undefined) return `there is no ${name}`;
    return `${name} is ${
      Array.isArray(leaf.found)
        ? listed(
            leaf.found.map((one) => valueName(condition.property, one, names)),
            "and",
          )
        : valueName(condition.property, leaf.found, names)
    }`;
  }
  if ("membership" in condition) return membershipFound(condition.membership, is, names);
  return asked ? describe(condition, names) : `not ${describe(condition, names)}`;
}

function membershipFound(id: string, is: Truth, names: Names): string {
  const behind = names.memberships?.[id];
  if (behind) return is === "yes" ? describe(behind, names) : `it is not so that ${describe(behind, names)}`;
  const name = id.replace(/~\d+$/, "");
  const isSegment = Object.hasOwn(names.segments, name);
  const what = isSegment ? `the criteria of “${segmentName(name, names)}”` : "criteria";
  return `${is === "yes" ? "meets" : "does not meet"} ${what} that are not on this page`;
}

function subject({ condition }: Evaluation, names: Names): string {
  if ("property" in condition) return propertyName(condition.property, names);
  if ("event" in condition) return "what was done on this site";
  if ("membership" in condition) {
    const name = condition.membership.replace(/~\d+$/, "");
    if (Object.hasOwn(names.segments, name)) return `“${segmentName(name, names)}”`;
    const suppression = Object.hasOwn(names.suppressions, name) ? names.suppressions[name] : undefined;
    return suppression ? `“${suppression.name}”` : "criteria that are not on this page";
  }
  if ("segment" in condition) return `“${segmentName(condition.segment, names)}”`;
  return "the criteria";
}

type Kind = "crm" | "behavior";
const kindOf = ({ condition }: Evaluation): Kind => ("event" in condition ? "behavior" : "crm");

const BECAUSE: Readonly<Record<Kind, Readonly<Record<UnknownBecause, string>>>> = {
  crm: {
    withheld: "personalization consent is not given",
    pending: "the answer has not arrived yet",
    stale: "the last answer is too old to be used",
    failed: "it could not be looked up",
    missing: "nothing is on record",
  },
  behavior: {
    withheld: "consent to use behavior is not given",
    pending: "the device's log has not been read yet",
    stale: "the log is too old to be used",
    failed: "the device's log could not be read",
    missing: "nothing is on record",
  },
};
