import { entry } from "../../../../engine/facts.ts";
import { said } from "../../../../sentences/said.ts";
import type { Library } from "../../../library.ts";
import { isPublic } from "../../../property.ts";
import type { Content } from "../../../slot.ts";
import type { Placed } from "../../places.ts";
import { error, named, type Problem } from "../../problem.ts";
import type { Rule } from "../../rule.ts";
import { unknownId } from "../references.ts";

/** A token in a text, `{{firstName|there}}`, names what may reach the page and has a fallback. */
export const tokens: Rule = (library) =>
  textsIn(library).flatMap(({ path, at }) => [
    ...[...at.matchAll(TOKEN)].flatMap(([token, name = "", fallback]) =>
      ofToken({ token, name: name.trim(), fallback }, path, library),
    ),
    ...(/\{\{|\}\}/.test(at.replace(TOKEN, ""))
      ? [
          error({
            path,
            found: said("a lone {{ or }}", "ein einzelnes {{ oder }}"),
            expected: said(
              "a whole token such as {{firstName|there}}",
              "ein ganzer Platzhalter wie {{firstName|Gast}}",
            ),
            mend: said("Close it, or take it out.", "Schließen Sie ihn, oder entfernen Sie ihn."),
          }),
        ]
      : []),
  ]);

const TOKEN = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

type Token = { readonly token: string; readonly name: string; readonly fallback: string | undefined };

function ofToken(
  { token, name, fallback }: Token,
  path: string,
  { properties }: Library,
): readonly Problem[] {
  const property = entry(properties, name);
  const publicIds = Object.entries(properties)
    .filter(([, one]) => isPublic(one))
    .map(([id]) => id);
  const without =
    fallback === undefined || fallback.trim() === ""
      ? [
          error({
            path,
            found: `"${token}"`,
            expected: said("a token with a fallback", "ein Platzhalter mit Ersatztext"),
            mend: said(
              `Say what a visitor without it reads: {{${name}|there}}.`,
              `Sagen Sie, was jemand liest, bei dem der Wert fehlt: {{${name}|Gast}}.`,
            ),
          }),
        ]
      : [];
  if (!property) return [unknownId(path, name, "property", Object.keys(properties)), ...without];
  if (publicIds.includes(name)) return without;
  return [
    error({
      path,
      found: `"${name}"`,
      expected: said(
        `a property that may reach the page${named(publicIds)}`,
        `eine Eigenschaft, die auf die Seite gelangen darf${named(publicIds)}`,
      ),
      mend: said(
        `Mark properties.${name} as "expose": true if visitors may read it, or take the token out.`,
        `Ergänzen Sie in properties.${name} "expose": true, wenn Besucher sie lesen dürfen, oder entfernen Sie den Platzhalter.`,
      ),
    }),
    ...without,
  ];
}

const textsIn = ({ slots, offers }: Library): readonly Placed<string>[] => [
  ...Object.entries(offers).map(([id, { label }]) => ({ path: `offers.${id}.label`, at: label })),
  ...Object.entries(slots).flatMap(([id, slot]) => [
    ...textOf(slot.neutral, `slots.${id}.neutral`),
    ...slot.variations.flatMap(({ content }, index) =>
      textOf(content, `slots.${id}.variations[${index}].content`),
    ),
  ]),
];

const textOf = (content: Content, path: string): readonly Placed<string>[] =>
  "text" in content
    ? [{ path: `${path}.text`, at: content.text }]
    : "html" in content
      ? [{ path: `${path}.html`, at: content.html }]
      : "attributes" in content
        ? Object.entries(content.attributes).map(([name, at]) => ({
            path: `${path}.attributes.${name}`,
            at: at ?? "",
          }))
        : [];
