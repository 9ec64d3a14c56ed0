import { type Evaluation, evaluate } from "../../shared/engine/evaluate.ts";
import type { UnknownBecause } from "../../shared/engine/facts.ts";
import type { MembershipAnswer } from "../../shared/manifest/membership.ts";
import {
  factsFrom,
  hasObjected,
  type Properties,
  propertiesOf,
  propertiesOfNobody,
  propertiesUnknown,
} from "./facts.ts";
import { type EndpointRules, freshForSeconds } from "./rules.ts";
import type { Records } from "./sources/source.ts";

/** What looking for a visitor came to. */
export type Found =
  | { readonly is: "nobody" }
  | { readonly is: "somebody"; readonly records: Records }
  | { readonly is: "failed" };

/** Answers `GET /membership` for one visitor. DESIGN §5. */
export function membershipAnswer(
  found: Found,
  rules: EndpointRules,
  now: number,
  onMismatch: (property: string) => void = () => undefined,
): MembershipAnswer {
  const frame = {
    forwhom: 1,
    identified: found.is !== "nobody",
    objected: false,
    stop: rules.stop === true,
    asOf: new Date(now).toISOString(),
    freshFor: freshForSeconds(rules),
  } as const;
  if (found.is === "somebody" && hasObjected(found.records, rules))
    return { ...frame, segments: {}, properties: {}, objected: true };
  const properties =
    found.is === "nobody"
      ? propertiesOfNobody(rules)
      : found.is === "failed"
        ? propertiesUnknown(rules, "failed")
        : propertiesOf(found.records, rules, onMismatch);
  return { ...frame, segments: segments(properties, rules, now), properties: exposed(properties, rules) };
}

function segments(properties: Properties, rules: EndpointRules, now: number): MembershipAnswer["segments"] {
  const facts = factsFrom(properties, now);
  return Object.fromEntries(
    Object.entries(rules.memberships).map(([id, condition]) => {
      const evaluation = evaluate(condition, facts, rules);
      return [id, evaluation.is === "unknown" ? unknownFrom(evaluation) : { is: evaluation.is }];
    }),
  );
}

const unknownFrom = (evaluation: Evaluation) =>
  ({ is: "unknown", because: reasonIn(evaluation) ?? "missing" }) as const;

/** Why the first leaf that is in doubt is. */
function reasonIn({ is, because, parts }: Evaluation): UnknownBecause | undefined {
  if (is !== "unknown") return undefined;
  return because ?? parts?.map(reasonIn).find((reason) => reason !== undefined);
}

/** What may leave: values of exposed properties. Missing: null. What failed or is absent is not named. */
function exposed(properties: Properties, rules: EndpointRules): MembershipAnswer["properties"] {
  const answer: MembershipAnswer["properties"] = {};
  for (const [id, { expose }] of Object.entries(rules.properties)) {
    const fact = properties[id];
    if (expose !== true || !fact) continue;
    if (fact.is === "known") answer[id] = typeof fact.value === "object" ? [...fact.value] : fact.value;
    if (fact.is === "unknown" && fact.because === "missing") answer[id] = null;
  }
  return answer;
}
