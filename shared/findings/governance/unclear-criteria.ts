import { withhold } from "../../consent/withhold.ts";
import { evaluate } from "../../engine/evaluate.ts";
import { entry } from "../../engine/facts.ts";
import type { Library } from "../../library/library.ts";
import { factsOfVisitor } from "../../library/person.ts";
import type { Segment } from "../../library/segment.ts";
import type { FindingRule } from "../finding.ts";
import { cannotTell, foundOr, WITHOUT_FORWHOM } from "../outcome.ts";
import { libraryOf, placesIn, segmentsIn } from "../rules/governed.ts";
import { saysNothing } from "../rules/placeholder.ts";
import { type Said, said } from "../said.ts";
import { NO_SEGMENT } from "./segments-reported-alike.ts";

/** Nobody can say for certain whom a segment is meant for. */
export const unclearCriteria: FindingRule = {
  id: "unclear-criteria",
  catalogue: ["M1"],
  severity: "minor",
  confidence: "proven",
  title: said("Unclear whom a segment is for", "Unklar, für wen ein Segment ist"),
  explanation: said(
    "A segment says what it is for, and names visitors who are in it and visitors who are not. That is how others can check it.",
    "Ein Segment sagt, wozu es dient, und nennt Menschen, die dazugehören, und solche, die nicht dazugehören. So können andere es prüfen.",
  ),
  likelyGap: said(
    "The segment was made in a hurry, or its criteria changed and its tests did not.",
    "Das Segment entstand in Eile, oder seine Kriterien wurden geändert und seine Tests nicht.",
  ),
  risk: said(
    "Everybody who uses the segment means somebody else by it.",
    "Alle, die das Segment nutzen, meinen jemand anderen damit.",
  ),
  fix: said(
    "Write down the purpose, and add a test for somebody who is in and for somebody who just is not.",
    "Schreiben Sie den Zweck auf, und ergänzen Sie einen Test für jemanden, der dazugehört, und für jemanden, der knapp nicht dazugehört.",
  ),
  check: (evidence) => {
    const { claim } = evidence.observation;
    if (!claim) return WITHOUT_FORWHOM;
    const library = libraryOf(evidence);
    if (!library) return NO_LIBRARY;
    const used = segmentsIn(placesIn(evidence, library));
    if (used.length === 0) return NO_SEGMENT;
    const sentences = used.flatMap((id) => {
      const segment = entry(library.segments, id);
      return segment ? wordsOn(id, segment, library, evidence.now) : [];
    });
    return foundOr(sentences.length > 0 ? [{ evidence: sentences }] : []);
  },
};

const NO_LIBRARY = cannotTell(
  said(
    "What segments are for and how they are tested is not on this page. Load the library to check it.",
    "Wozu Segmente dienen und wie sie geprüft sind, steht nicht auf dieser Seite. Laden Sie die Bibliothek, um es zu prüfen.",
  ),
);

function wordsOn(id: string, segment: Segment, library: Library, now: number): readonly Said[] {
  const { name, purpose, tests } = segment;
  const isWithoutPurpose = saysNothing(purpose) || folded(purpose) === folded(name);
  return [
    ...(isWithoutPurpose
      ? [said(`“${name}” does not say what it is for.`, `„${name}“ sagt nicht, wozu es dient.`)]
      : []),
    ...(tests.some(({ expect }) => expect === "yes")
      ? []
      : [
          said(
            `No test of “${name}” has somebody in it.`,
            `In keinem Test von „${name}“ gehört jemand dazu.`,
          ),
        ]),
    ...(tests.some(({ expect }) => expect !== "yes")
      ? []
      : [
          said(
            `No test of “${name}” has somebody who is not in it.`,
            `In keinem Test von „${name}“ gehört jemand nicht dazu.`,
          ),
        ]),
    ...tests
      .filter(({ visitor, expect }) => {
        const { facts, gates } = factsOfVisitor(visitor, library, now);
        return evaluate({ segment: id }, withhold(facts, library.properties, gates), library).is !== expect;
      })
      .map((test) =>
        said(
          `“${name}” decides otherwise than its own test “${test.name}” expects.`,
          `„${name}“ entscheidet anders, als der eigene Test „${test.name}“ erwartet.`,
        ),
      ),
  ];
}

const folded = (text: string): string => text.trim().toLowerCase();
