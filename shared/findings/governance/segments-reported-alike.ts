import { entry } from "../../engine/facts.ts";
import type { FindingRule } from "../finding.ts";
import { CLEAN, doesNotApply, foundOr, WITHOUT_FORWHOM } from "../outcome.ts";
import { type Governed, placesIn, rulesOf, segmentsIn } from "../rules/governed.ts";
import { saysNothing } from "../rules/placeholder.ts";
import { distinct, type Said, said } from "../said.ts";

/** Segments that cannot be told apart in reports: no name of their own there. */
export const segmentsReportedAlike: FindingRule = {
  id: "segments-reported-alike",
  catalogue: ["M4"],
  severity: "moderate",
  confidence: "proven",
  title: said("Segments that reports cannot tell apart", "Segmente, die Berichte nicht unterscheiden"),
  explanation: said(
    "Each segment has a reporting field, under which its results are counted. It has to be its own.",
    "Jedes Segment hat ein Berichtsfeld, unter dem seine Ergebnisse zählen. Es muss sein eigenes sein.",
  ),
  likelyGap: said(
    "A segment was copied and its reporting field stayed, or the field was never filled in.",
    "Ein Segment wurde kopiert und das Berichtsfeld blieb, oder es wurde nie ausgefüllt.",
  ),
  risk: said(
    "Results of several audiences are added up. Nobody can say which of them worked.",
    "Ergebnisse mehrerer Zielgruppen werden zusammengezählt. Niemand kann sagen, welche gewirkt hat.",
  ),
  fix: said(
    "Give each segment a reporting field of its own (reportAs) in the library.",
    "Geben Sie jedem Segment in der Bibliothek ein eigenes Berichtsfeld (reportAs).",
  ),
  check: (evidence) => {
    const rules = rulesOf(evidence);
    if (!rules) return WITHOUT_FORWHOM;
    const used = segmentsIn(placesIn(evidence, rules));
    if (used.length === 0) return NO_SEGMENT;
    const sentences = used.flatMap((id) => wordsOn(id, rules));
    return foundOr(sentences.length > 0 ? [{ evidence: distinct(sentences) }] : [], CLEAN);
  },
};

export const NO_SEGMENT = doesNotApply(
  said("No slot of this page has a variation.", "Kein Platz dieser Seite hat eine Variante."),
);

function wordsOn(id: string, rules: Governed): readonly Said[] {
  const segment = entry(rules.segments, id);
  if (!segment) return [];
  const { name, reportAs } = segment;
  if (saysNothing(reportAs))
    return [said(`“${name}” has no reporting field.`, `„${name}“ hat kein Berichtsfeld.`)];
  const alike = Object.values(rules.segments).filter((other) => folded(other.reportAs) === folded(reportAs));
  const [first, ...others] = alike;
  if (!first || others.length === 0) return [];
  return [
    said(
      `${alike.map((one) => `“${one.name}”`).join(", ")}: all are reported as “${first.reportAs.trim()}”.`,
      `${alike.map((one) => `„${one.name}“`).join(", ")}: Alle heißen im Bericht „${first.reportAs.trim()}“.`,
    ),
  ];
}

const folded = (text: string): string => text.trim().toLowerCase();
