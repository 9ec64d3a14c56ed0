import type { Property } from "../../../property.ts";
import { didYouMean } from "../../closest.ts";
import { error, NOTHING, named, type Problem } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** A property's type, values and labels go together. */
export const properties: Rule = (library) =>
  Object.entries(library.properties).flatMap(([id, property]) => [
    ...valuesOf(property, `properties.${id}`),
    ...typeOf(property, `properties.${id}`),
    ...labelsOf(property, `properties.${id}`),
    ...readingOf(property, `properties.${id}`),
    ...placeholdersOf(property, `properties.${id}`),
  ]);

function valuesOf({ type, values }: Property, path: string): readonly Problem[] {
  if (type === "enum" && values === undefined)
    return [
      error({
        path: `${path}.values`,
        found: NOTHING,
        expected: "the values that an enum may have",
        mend: 'List them, or make it a "text".',
      }),
    ];
  if (values === undefined || type === "enum" || type === "list") return [];
  return [
    error({
      path: `${path}.values`,
      found: `a list of ${values.length}`,
      expected: `a part of a property of type ${type}`,
      mend: 'Take it out, or make the property an "enum".',
    }),
  ];
}

/** What a page shows is always a text; what the device's log says is a number, a date or a text. */
function typeOf(property: Property, path: string): readonly Problem[] {
  const { from, of, type } = property;
  const possible = from === "page" ? TEXT : from === "behavior" ? (TYPES_OF_LOG[of] ?? TEXT) : [type];
  if (possible.includes(type)) return [];
  const whose = from === "page" ? "a page can show" : `the log has for ${of}`;
  return [
    error({
      path: `${path}.type`,
      found: `"${type}"`,
      expected: `a type that ${whose}${named(possible)}`,
      mend: `Make it a "${possible[0]}".`,
    }),
  ];
}

const TEXT = ["text", "enum"];
const TYPES_OF_LOG: Readonly<Record<string, readonly string[]>> = {
  sessions: ["number"],
  firstVisit: ["date"],
  previousVisit: ["date"],
  "lastTouch.at": ["date"],
};

function labelsOf({ values, labels }: Property, path: string): readonly Problem[] {
  if (values === undefined) return [];
  return Object.keys(labels ?? {})
    .filter((value) => !values.includes(value))
    .map((value) =>
      error({
        path: `${path}.labels.${value}`,
        found: `"${value}"`,
        expected: `a value of this property${named(values)}`,
        mend: didYouMean(value, values, "Take the label out, or add the value."),
      }),
    );
}

const TEXTS = ["text", "enum", "list"];

/** How a value is read goes with its type. */
const readingOf = ({ type, compare, zone }: Property, path: string): readonly Problem[] => [
  ...(compare === undefined || TEXTS.includes(type)
    ? []
    : [
        error({
          path: `${path}.compare`,
          found: `"${compare}"`,
          expected: `a part of a property of type ${type}: only texts are written in several ways (${TEXTS.join(", ")})`,
          mend: "Take it out.",
        }),
      ]),
  ...(zone === undefined || type === "date"
    ? []
    : [
        error({
          path: `${path}.zone`,
          found: `"${zone}"`,
          expected: `a part of a property of type ${type}: only a date has calendar days`,
          mend: 'Take it out, or make the property a "date".',
        }),
      ]),
];

/** A placeholder stands for no value, so that it cannot be one as well. */
function placeholdersOf({ type, values = [], missing }: Property, path: string): readonly Problem[] {
  if (missing === undefined) return [];
  if (type === "number" || type === "boolean" || type === "list")
    return [
      error({
        path: `${path}.missing`,
        found: `a list of ${missing.length}`,
        expected: `a part of a property of type ${type}, whose values are no texts`,
        mend: "Take it out.",
      }),
    ];
  return missing.flatMap((word, index) =>
    values.includes(word)
      ? [
          error({
            path: `${path}.missing[${index}]`,
            found: `"${word}"`,
            expected: "a placeholder: it is one of the property's values, and would never be seen",
            mend: "Take it out here, or out of the values.",
          }),
        ]
      : [],
  );
}
