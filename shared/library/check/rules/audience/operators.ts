import { type Operator, operatorOf } from "../../../../engine/condition.ts";
import { said } from "../../../../sentences/said.ts";
import type { Library } from "../../../library.ts";
import type { Property } from "../../../property.ts";
import { propertyTestsIn, testsIn } from "../../places.ts";
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

/** Every operator is defined for the type of the property that it asks; an event's field has none. */
export const operators: Rule = (library) => [...ofProperties(library), ...ofFields(library)];

const ofProperties = (library: Library) =>
  propertyTestsIn(library).flatMap(({ path, at, id, property: { type } }) => {
    const [operator] = operatorOf(at);
    const defined = OPERATORS_OF[type];
    if (defined.includes(operator)) return [];
    return [
      error({
        path: `${path}.${operator}`,
        found: `"${operator}"`,
        expected: said(
          `an operator for property ${id}, which is of type ${type} (${defined.join(", ")})`,
          `ein Operator für die Eigenschaft ${id} vom Typ ${type} (${defined.join(", ")})`,
        ),
        mend:
          type === "list"
            ? said(
                'Ask "contains", or "containsAny" of several.',
                'Fragen Sie mit "contains", oder nach mehreren mit "containsAny".',
              )
            : said("Use one of these.", "Verwenden Sie einen davon."),
      }),
    ];
  });

const ofFields = (library: Library) =>
  testsIn(library).flatMap(({ path, at }) => {
    const [operator] = operatorOf(at);
    if ("property" in at || (operator !== "before" && operator !== "after")) return [];
    return [
      error({
        path: `${path}.${operator}`,
        found: `"${operator}"`,
        expected: said(
          "an operator for a field of an event, which is never a date",
          "ein Operator für ein Feld eines Ereignisses, das nie ein Datum ist",
        ),
        mend: said(
          'Say when it happened with "within", "first" or "last".',
          'Sagen Sie mit "within", "first" oder "last", wann es geschah.',
        ),
      }),
    ];
  });
