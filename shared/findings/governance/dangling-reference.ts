import { entry } from "../../engine/facts.ts";
import { folded } from "../../engine/leaf/traits.ts";
import type { Library } from "../../library/library.ts";
import type { Manifest } from "../../manifest/shape.ts";
import type { FindingRule } from "../finding.ts";
import { foundOr, WITHOUT_FORWHOM } from "../outcome.ts";
import { libraryOf } from "../rules/governed.ts";
import { type Kind, type Reference, referencesIn, valuesIn } from "../rules/references.ts";
import { distinct, type Said, said } from "../said.ts";

/** A rule of the page names something that there is not, so that it can never be answered. */
export const danglingReference: FindingRule = {
  id: "dangling-reference",
  catalogue: ["E18"],
  severity: "serious",
  confidence: "proven",
  title: said("A rule names what there is not", "Eine Regel nennt, was es nicht gibt"),
  explanation: said(
    "Rules refer to segments, offers, properties and their values by name. A name that leads nowhere is never true, and nobody is told.",
    "Regeln nennen Segmente, Angebote, Eigenschaften und deren Werte beim Namen. Ein Name, der ins Leere führt, trifft nie zu, und niemand erfährt es.",
  ),
  likelyGap: said(
    "Something was renamed or removed, and this page still runs on what was published before, or on half of it.",
    "Etwas wurde umbenannt oder entfernt, und diese Seite läuft noch mit dem früheren Stand oder mit der Hälfte davon.",
  ),
  risk: said(
    "A variation is never shown, or worse: a suppression never holds.",
    "Eine Variante wird nie gezeigt, oder schlimmer: Eine Sperre greift nie.",
  ),
  fix: said(
    "Check the library (forwhom check), publish it again, and see that the page loads the new script.",
    "Prüfen Sie die Bibliothek (forwhom check), veröffentlichen Sie sie neu, und sehen Sie nach, ob die Seite das neue Skript lädt.",
  ),
  check: (evidence) => {
    const { claim } = evidence.observation;
    if (!claim) return WITHOUT_FORWHOM;
    const { manifest } = claim;
    const library = libraryOf(evidence);
    const sentences = [
      ...referencesIn(manifest).flatMap((reference) => wordsOn(reference, manifest, library)),
      ...(library ? strangeValues(manifest, library) : []),
    ];
    return foundOr(sentences.length > 0 ? [{ evidence: distinct(sentences) }] : []);
  },
};

const WORDS: Readonly<Record<Kind, Said>> = {
  segment: said("the segment", "das Segment"),
  property: said("the property", "die Eigenschaft"),
  membership: said("the answer of the endpoint", "die Antwort des Endpunkts"),
  offer: said("the offer", "das Angebot"),
  slot: said("the slot", "den Platz"),
};

function wordsOn({ kind, id, where }: Reference, manifest: Manifest, library: Library | undefined) {
  const { en, de } = WORDS[kind];
  if (!Object.hasOwn(manifest[LIST[kind]], id))
    return [
      said(
        `The rules of this page do not have ${en} “${id}”, which ${where.en} names.`,
        `Die Regeln dieser Seite haben ${de} „${id}“ nicht; ${where.de} verweist darauf.`,
      ),
    ];
  // Memberships are named anew whenever a library is published.
  if (!library || kind === "membership" || Object.hasOwn(library[LIST[kind]], id)) return [];
  return [
    said(
      `The loaded library does not have ${en} “${id}”, which ${where.en} of this page names.`,
      `Die geladene Bibliothek hat ${de} „${id}“ nicht; auf dieser Seite verweist ${where.de} darauf.`,
    ),
  ];
}

const LIST = {
  segment: "segments",
  property: "properties",
  membership: "memberships",
  offer: "offers",
  slot: "slots",
} as const;

const strangeValues = (manifest: Manifest, { properties }: Library): readonly Said[] =>
  valuesIn(manifest).flatMap(({ property, value, where }) => {
    const { values, compare, label = property } = entry(properties, property) ?? {};
    if (!values || values.some((one) => folded(one, compare) === folded(value, compare))) return [];
    return [
      said(
        `“${label}” has no value “${value}”, which ${where.en} asks for.`,
        `„${label}“ hat keinen Wert „${value}“: ${where.de} fragt danach.`,
      ),
    ];
  });
