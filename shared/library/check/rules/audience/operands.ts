import { operatorOf } from "../../../../engine/condition.ts";
import { type Said, said } from "../../../../sentences/said.ts";
import type { Property } from "../../../property.ts";
import { didYouMean } from "../../closest.ts";
import { fits } from "../../fits.ts";
import { propertyTestsIn } from "../../places.ts";
import { error, named, type Problem, shown } from "../../problem.ts";
import type { Rule } from "../../rule.ts";
import { OPERATORS_OF } from "./operators.ts";

/** What a property is compared with could be its value. */
export const operands: Rule = (library) =>
  propertyTestsIn(library).flatMap(({ path, at, id, property }) => {
    const [operator, operand] = operatorOf(at);
    if (!OPERATORS_OF[property.type].includes(operator)) return [];
    if (operator === "in" || operator === "notIn")
      return (operand as readonly unknown[]).flatMap((one, index) =>
        misfit(`${path}.${operator}[${index}]`, one, id, property),
      );
    if (operator === "is" || operator === "isNot")
      return misfit(`${path}.${operator}`, operand, id, property);
    if (property.type !== "list" || operator === "known") return [];
    // What is asked of a list is asked of each text in it.
    const inside: Property = { ...property, type: property.values ? "enum" : "text" };
    return Array.isArray(operand)
      ? operand.flatMap((one, index) => misfit(`${path}.${operator}[${index}]`, one, id, inside))
      : misfit(`${path}.${operator}`, operand, id, inside);
  });

/** A value that property `id` can never have. */
export function misfit(path: string, value: unknown, id: string, property: Property): readonly Problem[] {
  if (fits(value, property)) return neverSeen(path, value, id, property);
  const { type, values = [] } = property;
  const isListed = values.length > 0;
  const expected = isListed
    ? said(`a value of property ${id}${named(values)}`, `ein Wert der Eigenschaft ${id}${named(values)}`)
    : said(
        `a value of property ${id}, which is ${TYPE_WORDS[type].en}`,
        `ein Wert der Eigenschaft ${id}, also ${TYPE_WORDS[type].de}`,
      );
  const otherwise = isListed
    ? said(
        "Use one of these, or add it to the property's values.",
        "Verwenden Sie einen davon, oder ergänzen Sie die Werte der Eigenschaft.",
      )
    : undefined;
  return [error({ path, found: shown(value), expected, mend: didYouMean(value, values) ?? otherwise })];
}

/** A placeholder reads as missing before any rule is asked. */
const neverSeen = (path: string, value: unknown, id: string, { missing }: Property): readonly Problem[] =>
  typeof value === "string" && missing?.includes(value)
    ? [
        error({
          path,
          found: shown(value),
          expected: said(
            `a value of property ${id}, where it stands for a missing one`,
            `ein Wert der Eigenschaft ${id}: Dort steht dieser Text für einen fehlenden Wert`,
          ),
          mend: said(
            'Take it out here, or out of the property\'s "missing".',
            'Entfernen Sie ihn hier oder aus "missing" der Eigenschaft.',
          ),
        }),
      ]
    : [];

const TYPE_WORDS: Readonly<Record<Property["type"], Said>> = {
  enum: said("one of its listed values", "einer ihrer aufgeführten Werte"),
  text: said("a text", "ein Text"),
  number: said("a number", "eine Zahl"),
  boolean: said("true or false", "true oder false"),
  date: said("a date such as 2026-11-01", "ein Datum wie 2026-11-01"),
  list: said("a list of texts", "eine Liste von Texten"),
};
