import { said } from "../../../../sentences/said.ts";
import type { Property } from "../../../property.ts";
import { didYouMean } from "../../closest.ts";
import { error, NOTHING, named, type Problem, shown } from "../../problem.ts";
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
        expected: said("the values that an enum may have", "die Werte, die ein enum haben kann"),
        mend: said(
          'List them, or make it a "text".',
          'Führen Sie sie auf, oder machen Sie die Eigenschaft zu einem "text".',
        ),
      }),
    ];
  if (values === undefined || type === "enum" || type === "list") return [];
  return [
    error({
      path: `${path}.values`,
      found: shown(values),
      expected: said(
        `a part of a property of type ${type}`,
        `etwas, das zu einer Eigenschaft vom Typ ${type} gehört`,
      ),
      mend: said(
        'Take it out, or make the property an "enum".',
        'Entfernen Sie sie, oder machen Sie die Eigenschaft zu einem "enum".',
      ),
    }),
  ];
}

/** What a page shows is always a text; what the device's log says is a number, a date or a text. */
function typeOf(property: Property, path: string): readonly Problem[] {
  const { from, of, type } = property;
  const possible = from === "page" ? TEXT : from === "behavior" ? (TYPES_OF_LOG[of] ?? TEXT) : [type];
  if (possible.includes(type)) return [];
  const whose =
    from === "page"
      ? said("a page can show", "eine Seite zeigen kann")
      : said(`the log has for ${of}`, `das Protokoll für ${of} hat`);
  return [
    error({
      path: `${path}.type`,
      found: `"${type}"`,
      expected: said(
        `a type that ${whose.en}${named(possible)}`,
        `ein Typ, den ${whose.de}${named(possible)}`,
      ),
      mend: said(`Make it a "${possible[0]}".`, `Machen Sie die Eigenschaft zu "${possible[0]}".`),
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
        expected: said(
          `a value of this property${named(values)}`,
          `ein Wert dieser Eigenschaft${named(values)}`,
        ),
        mend:
          didYouMean(value, values) ??
          said(
            "Take the label out, or add the value.",
            "Entfernen Sie die Bezeichnung, oder ergänzen Sie den Wert.",
          ),
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
          expected: said(
            `a part of a property of type ${type}: only texts are written in several ways (${TEXTS.join(", ")})`,
            `etwas, das zu einer Eigenschaft vom Typ ${type} gehört: Nur Texte lassen sich verschieden schreiben (${TEXTS.join(", ")})`,
          ),
          mend: said("Take it out.", "Entfernen Sie es."),
        }),
      ]),
  ...(zone === undefined || type === "date"
    ? []
    : [
        error({
          path: `${path}.zone`,
          found: `"${zone}"`,
          expected: said(
            `a part of a property of type ${type}: only a date has calendar days`,
            `etwas, das zu einer Eigenschaft vom Typ ${type} gehört: Nur ein Datum hat Kalendertage`,
          ),
          mend: said(
            'Take it out, or make the property a "date".',
            'Entfernen Sie es, oder machen Sie die Eigenschaft zu einem "date".',
          ),
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
        found: shown(missing),
        expected: said(
          `a part of a property of type ${type}, whose values are no texts`,
          `etwas, das zu einer Eigenschaft vom Typ ${type} gehört: Deren Werte sind keine Texte`,
        ),
        mend: said("Take it out.", "Entfernen Sie es."),
      }),
    ];
  return missing.flatMap((word, index) =>
    values.includes(word)
      ? [
          error({
            path: `${path}.missing[${index}]`,
            found: `"${word}"`,
            expected: said(
              "a placeholder: it is one of the property's values, and would never be seen",
              "ein Platzhalter: Dieser Text ist einer der Werte der Eigenschaft und käme nie vor",
            ),
            mend: said(
              "Take it out here, or out of the values.",
              "Entfernen Sie ihn hier oder aus den Werten.",
            ),
          }),
        ]
      : [],
  );
}
