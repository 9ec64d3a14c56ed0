import { type Operator, operatorOf, type PropertyLeaf } from "../../../../engine/condition.ts";
import { entry } from "../../../../engine/facts.ts";
import { said } from "../../../../sentences/said.ts";
import type { Library } from "../../../library.ts";
import type { Property } from "../../../property.ts";
import { leavesAt, type Placed, targetingIn } from "../../places.ts";
import { type Problem, warning } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

const NEGATIVE: readonly Operator[] = ["isNot", "notIn", "containsNone"];

/** Values that say "nothing of the above": a contact with one of them is not missing. */
const DEFAULTS = ["other", "none", "no", "unknown", "unassigned"];

/**
 * A rule about who somebody is not seems to let everybody else in, but where the property is missing
 * it is unknown, and lets nobody in. Suppressions are not asked: there, unknown keeps the visitor safe.
 */
export const negatives: Rule = (library) =>
  targetingIn(library).flatMap((condition) =>
    leavesAt(condition).flatMap(({ path, at, isTurned }): readonly Problem[] => {
      if ("property" in at) return isDoubtful(at, isTurned, library) ? [ofProperty(path, at, isTurned)] : [];
      return "segment" in at && isTurned ? ofSegment({ path, at: at.segment }, library) : [];
    }),
  );

const isDoubtful = (leaf: PropertyLeaf, isTurned: boolean, { properties }: Library): boolean => {
  const [operator] = operatorOf(leaf);
  const property = entry(properties, leaf.property);
  return (
    property !== undefined &&
    operator !== "known" &&
    NEGATIVE.includes(operator) !== isTurned &&
    leaf.whenUnknown === undefined &&
    isOftenMissing(property)
  );
};

const isOftenMissing = ({ from, type, values = [] }: Property) =>
  from === "crm" && !(type === "enum" && values.some((value) => DEFAULTS.includes(value.toLowerCase())));

const underNot = (what: string) => said(`"${what}" under "not"`, `"${what}" unter "not"`);

function ofProperty(path: string, leaf: PropertyLeaf, isTurned: boolean): Problem {
  const [operator] = operatorOf(leaf);
  const [within, without] = isTurned ? ["no", "yes"] : ["yes", "no"];
  return warning({
    path: `${path}.${operator}`,
    found: isTurned ? underNot(operator) : `"${operator}"`,
    expected: said(
      `an answer for somebody whose ${leaf.property} is missing: that is unknown, and lets nobody in`,
      `eine Antwort für Personen, bei denen ${leaf.property} fehlt: Das gilt als unbekannt und lässt niemanden hinein`,
    ),
    mend: said(
      `Say "whenUnknown": "${within}" beside it to let them in, or "${without}" to keep them out on purpose.`,
      `Schreiben Sie "whenUnknown": "${within}" dazu, um sie hineinzulassen, oder "${without}", um sie mit Absicht draußen zu lassen.`,
    ),
  });
}

function ofSegment({ path, at }: Placed<string>, library: Library): readonly Problem[] {
  const segment = entry(library.segments, at);
  const doubtful = segment
    ? leavesAt({ path, at: segment.when }, true).flatMap(({ at: leaf, isTurned }) =>
        "property" in leaf && isDoubtful(leaf, isTurned, library) ? [leaf.property] : [],
      )
    : [];
  const asked = [...new Set(doubtful)];
  if (asked.length === 0) return [];
  return [
    warning({
      path: `${path}.segment`,
      found: underNot(at),
      expected: said(
        `an answer for somebody whose ${asked.join(" or ")} is missing: that is unknown, and lets nobody in`,
        `eine Antwort für Personen, bei denen ${asked.join(" oder ")} fehlt: Das gilt als unbekannt und lässt niemanden hinein`,
      ),
      mend: said(
        `Say "whenUnknown": "no" in segments.${at}, or turn round a segment that always answers.`,
        `Schreiben Sie "whenUnknown": "no" in segments.${at}, oder kehren Sie ein Segment um, das immer eine Antwort hat.`,
      ),
    }),
  ];
}
