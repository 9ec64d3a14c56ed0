import { leavesOf } from "../../engine/condition.ts";
import { type Evaluation, evaluate } from "../../engine/evaluate.ts";
import { entry } from "../../engine/facts.ts";
import type { Library } from "../../library/library.ts";
import { worded } from "../../sentences/names.ts";
import { settling } from "../../sentences/settling.ts";
import type { FindingRule } from "../finding.ts";
import { doesNotApply, foundInSlots } from "../outcome.ts";
import { libraryOf } from "../rules/governed.ts";
import { type Said, said } from "../said.ts";
import { type Shown, segmentNamed, slotsShown } from "../shown.ts";

/** Somebody known sees the default of a slot, since what its segments ask for was never filled in. */
export const incompleteProperties: FindingRule = {
  id: "incomplete-properties",
  catalogue: ["M1"],
  severity: "minor",
  confidence: "observed",
  title: said("Properties that segments need are missing", "Eigenschaften fehlen, die Segmente brauchen"),
  explanation: said(
    "A segment can only tell about somebody whose properties are filled in. Where one is missing it is unknown, and the page’s own content stays.",
    "Ein Segment kann nur über jemanden etwas sagen, dessen Eigenschaften gefüllt sind. Fehlt eine, ist sie unbekannt, und der eigene Inhalt der Seite bleibt.",
  ),
  likelyGap: said(
    "The property is not asked for in forms, not filled in by the team, or not given out by the endpoint.",
    "Die Eigenschaft wird in Formularen nicht gefragt, vom Team nicht gefüllt oder vom Endpunkt nicht ausgegeben.",
  ),
  risk: said(
    "Content was made for an audience that hardly anybody can be seen to belong to.",
    "Inhalt entsteht für eine Zielgruppe, zu der sich kaum jemand zuordnen lässt.",
  ),
  fix: said(
    "Fill the property in the CRM, use one that is filled, or say in the library what is meant where it is missing (whenUnknown).",
    "Füllen Sie die Eigenschaft im CRM, nutzen Sie eine gefüllte, oder sagen Sie in der Bibliothek, was gilt, wenn sie fehlt (whenUnknown).",
  ),
  check: (evidence) => {
    const { claim } = evidence.observation;
    if (evidence.preview) return PREVIEWED;
    if (claim && !claim.visitor.identified) return NOBODY;
    const library = libraryOf(evidence);
    return foundInSlots(
      slotsShown(evidence).flatMap((shown) => {
        const undecided = undecidedIn(shown);
        if (undecided.length === 0) return [];
        const { observed, name } = shown;
        return [
          {
            slot: observed.slot,
            selector: observed.selector,
            evidence: [
              said(
                `“${name}” shows the page’s own content, since nothing is on record that its segments could tell by.`,
                `„${name}“ zeigt den eigenen Inhalt der Seite, weil nichts hinterlegt ist, woran seine Segmente etwas erkennen könnten.`,
              ),
              ...undecided.map((one) => wordsOn(one, shown, library)),
            ],
          },
        ];
      }),
      evidence,
    );
  },
};

const PREVIEWED = doesNotApply(
  said(
    "A previewed visitor has only the properties that were given to them.",
    "Wer in der Vorschau ist, hat nur die Eigenschaften, die angegeben wurden.",
  ),
);

const NOBODY = doesNotApply(
  said("Nobody is identified on this page.", "Auf dieser Seite ist niemand identifiziert."),
);

type Undecided = { readonly segment: string; readonly evaluation: Evaluation };

/** Every variation of a slot that shows its default: all of them could not be told, for this one reason. */
function undecidedIn({ claim: { manifest, facts }, observed, slot }: Shown): readonly Undecided[] {
  if (observed.outcome !== "default" || slot.paused || manifest.stop || facts.stopped || facts.objected)
    return [];
  const all = slot.variations.map((variation) => ({
    segment: variation.for,
    evaluation: evaluate({ segment: variation.for }, facts, manifest),
  }));
  const undecided = all.filter(({ evaluation }) => evaluation.is === "unknown");
  const isAllMissing = undecided.every(({ evaluation }) =>
    settling(evaluation).every(
      ({ condition, because, parts }) =>
        because === "missing" &&
        parts === undefined &&
        ("membership" in condition || ("property" in condition && isCrm(condition.property))),
    ),
  );
  function isCrm(property: string): boolean {
    return entry(manifest.properties, property)?.from === "crm";
  }
  return all.length > 0 && undecided.length === all.length && isAllMissing ? undecided : [];
}

function wordsOn({ segment, evaluation }: Undecided, { claim }: Shown, library: Library | undefined): Said {
  const who = segmentNamed(claim, segment);
  const properties = library ? neededBy(segment, library) : namesIn(evaluation, claim.manifest.properties);
  if (properties.length === 0)
    return said(
      `“${who}” cannot be told: its criteria are not on this page.`,
      `„${who}“ bleibt unklar: Die Kriterien stehen nicht auf dieser Seite.`,
    );
  return said(
    `“${who}” rests on ${properties.map((one) => `“${one}”`).join(", ")}.`,
    `„${who}“ beruht auf ${properties.map((one) => `„${one}“`).join(", ")}.`,
  );
}

type Labelled = Readonly<Record<string, { readonly label?: string | undefined }>>;

const nameOf = (id: string, properties: Labelled): string => entry(properties, id)?.label ?? worded(id);

const namesIn = (evaluation: Evaluation, properties: Labelled): readonly string[] =>
  settling(evaluation).flatMap(({ condition }) =>
    "property" in condition ? [nameOf(condition.property, properties)] : [],
  );

const neededBy = (segment: string, { segments, properties }: Library): readonly string[] => {
  const when = entry(segments, segment)?.when;
  const ids = (when ? leavesOf(when) : []).flatMap((leaf) => ("property" in leaf ? [leaf.property] : []));
  return [...new Set(ids)].map((id) => nameOf(id, properties));
};
