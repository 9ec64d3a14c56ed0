import { entry } from "../../engine/facts.ts";
import { any, type Truth, truthOf } from "../../engine/truth.ts";
import type { Input } from "../../library/words.ts";
import type { FindingRule } from "../finding.ts";
import { CLEAN, doesNotApply, foundOr, WITHOUT_FORWHOM } from "../outcome.ts";
import {
  asksFor,
  type Governed,
  NOT_ON_THIS_PAGE,
  type Place,
  placesIn,
  rulesOf,
} from "../rules/governed.ts";
import { said } from "../said.ts";

/** Role, stage and intent; where somebody comes from and what account they are of tell of these too. */
const TELLING: readonly Input[] = ["persona", "lifecycle", "behavior", "interest", "source", "fit"];

/** A slot says the same to everybody, or tells people apart only by what says nothing of their needs. */
export const genericContent: FindingRule = {
  id: "generic-content",
  catalogue: ["M1"],
  severity: "minor",
  confidence: "proven",
  title: said("The same for everybody", "Für alle dasselbe"),
  explanation: said(
    "A slot is a place where content can fit the visitor’s role, stage or intent. This one has no variation that does.",
    "Ein Platz ist eine Stelle, deren Inhalt zu Rolle, Phase oder Absicht passen kann. Dieser hat keine Variante, die das tut.",
  ),
  likelyGap: said(
    "There is no segment by role, stage or intent for this moment yet, or nobody has written content for it.",
    "Es gibt für diesen Moment noch kein Segment nach Rolle, Phase oder Absicht, oder niemand hat Inhalt dafür geschrieben.",
  ),
  risk: said(
    "Everybody reads what was written for nobody in particular.",
    "Alle lesen, was für niemand Bestimmten geschrieben ist.",
  ),
  fix: said(
    "Add a variation for the audience that matters most at this moment, or take the slot out of the library.",
    "Ergänzen Sie eine Variante für die Zielgruppe, auf die es in diesem Moment ankommt, oder nehmen Sie den Platz aus der Bibliothek.",
  ),
  check: (evidence) => {
    const rules = rulesOf(evidence);
    if (!rules) return WITHOUT_FORWHOM;
    const places = placesIn(evidence, rules).filter(({ slot }) => !slot.paused);
    if (places.length === 0) return NO_SLOT;
    const told = places.map((place) => ({ place, tells: tellsApart(place, rules) }));
    const faults = told.flatMap(({ place: { observed, slot }, tells }) =>
      tells === "no"
        ? [
            {
              slot: observed.slot,
              selector: observed.selector,
              evidence: [
                slot.variations.length === 0
                  ? said(`“${slot.name}” has no variation.`, `„${slot.name}“ hat keine Variante.`)
                  : said(
                      `No variation of “${slot.name}” is for a role, a stage or an intent.`,
                      `Keine Variante von „${slot.name}“ ist für eine Rolle, eine Phase oder eine Absicht.`,
                    ),
              ],
            },
          ]
        : [],
    );
    return foundOr(faults, told.some(({ tells }) => tells === "unknown") ? NOT_ON_THIS_PAGE : CLEAN);
  },
};

export const NO_SLOT = doesNotApply(
  said("There is no slot of the library on this page.", "Auf dieser Seite ist kein Platz der Bibliothek."),
);

/** A segment that there is not says nothing either way: that is a fault of the rules. */
const tellsApart = ({ slot }: Place, rules: Governed): Truth =>
  any(
    slot.variations.map((variation): Truth => {
      const segment = entry(rules.segments, variation.for);
      if (!segment) return "unknown";
      return any([truthOf(TELLING.includes(segment.input)), asksFor(segment.when, TELLING, rules)]);
    }),
  );
