import { type Operator, operatorOf } from "../../../../engine/condition.ts";
import type { Property } from "../../../property.ts";
import { propertyTestsIn } from "../../places.ts";
import { error } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** The operators that are defined for a type. Nothing else is compared, and nothing is coerced. */
export const OPERATORS_OF: Readonly<Record<Property["type"], readonly Operator[]>> = {
  enum: ["is", "isNot", "in", "notIn", "known"],
  text: [
    "is",
    "isNot",
    "in",
    "notIn",
    "contains",
    "containsAny",
    "containsAll",
    "containsNone",
    "startsWith",
    "endsWith",
    "matches",
    "known",
  ],
  number: ["is", "isNot", "in", "notIn", "gt", "gte", "lt", "lte", "between", "known"],
  boolean: ["is", "isNot", "known"],
  date: ["is", "isNot", "before", "after", "known"],
  list: ["contains", "containsAny", "containsAll", "containsNone", "known"],
};

/** Every operator is defined for the type of the property that it asks. */
export const operators: Rule = (library) =>
  propertyTestsIn(library).flatMap(({ path, at, id, property: { type } }) => {
    const [operator] = operatorOf(at);
    const defined = OPERATORS_OF[type];
    if (defined.includes(operator)) return [];
    return [
      error({
        path: `${path}.${operator}`,
        found: `"${operator}"`,
        expected: `an operator for property ${id}, which is of type ${type} (${defined.join(", ")})`,
        mend: type === "list" ? 'Ask "contains", or "containsAny" of several.' : "Use one of these.",
      }),
    ];
  });
