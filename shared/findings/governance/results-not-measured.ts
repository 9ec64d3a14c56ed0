import type { FindingRule } from "../finding.ts";
import { foundOr, WITHOUT_FORWHOM } from "../outcome.ts";
import { type Governed, placesIn, rulesOf, segmentsIn } from "../rules/governed.ts";
import { type Said, said } from "../said.ts";
import { NO_SEGMENT } from "./segments-reported-alike.ts";

/** Nobody will be able to say which segment did best, since nothing is counted or compared with. */
export const resultsNotMeasured: FindingRule = {
  id: "results-not-measured",
  catalogue: ["M4"],
  severity: "minor",
  confidence: "proven",
  title: said("No way to say which segment did best", "Unmöglich zu sagen, welches Segment am besten wirkt"),
  explanation: said(
    "What a variation achieves shows only against the page’s own content: what was shown must be reported, and some visitors kept on the default.",
    "Was eine Variante bewirkt, zeigt nur der Vergleich mit dem eigenen Inhalt der Seite: Was gezeigt wurde, muss gemeldet werden, und einige sehen weiter den Standard.",
  ),
  likelyGap: said(
    "Measurement was left for later when the library was set up.",
    "Beim Anlegen der Bibliothek blieb das Messen für später.",
  ),
  risk: said(
    "Variations are kept or dropped by opinion, and nobody notices one that does harm.",
    "Über Varianten entscheidet die Meinung, und niemand merkt, wenn eine schadet.",
  ),
  fix: said(
    "Name an endpoint or a tool that is told (reportTo), say which consent opens measurement, and keep a small holdout such as 5 %.",
    "Nennen Sie einen Endpunkt oder ein Werkzeug, dem gemeldet wird (reportTo), sagen Sie, welche Einwilligung das Messen öffnet, und behalten Sie eine kleine Vergleichsgruppe (holdout), etwa 5 %.",
  ),
  check: (evidence) => {
    const rules = rulesOf(evidence);
    if (!rules) return WITHOUT_FORWHOM;
    if (segmentsIn(placesIn(evidence, rules)).length === 0) return NO_SEGMENT;
    const sentences = gapsIn(rules);
    return foundOr(sentences.length > 0 ? [{ evidence: sentences }] : []);
  },
};

const gapsIn = ({ endpoint, measurement, consent }: Governed): readonly Said[] => [
  ...(endpoint === undefined && (measurement.reportTo ?? []).length === 0
    ? [
        said(
          "Nothing is told what was shown: there is no endpoint, and no tool to report to.",
          "Niemandem wird gemeldet, was gezeigt wurde: Es gibt keinen Endpunkt und kein Werkzeug dafür.",
        ),
      ]
    : []),
  ...(consent.gates.measurement === undefined
    ? [
        said(
          "No consent opens measurement, so that nothing is ever counted.",
          "Keine Einwilligung öffnet das Messen; so wird nie etwas gezählt.",
        ),
      ]
    : []),
  ...(measurement.holdout
    ? []
    : [
        said(
          "Nobody is kept on the page’s own content to compare with.",
          "Niemand sieht zum Vergleich weiter den eigenen Inhalt der Seite.",
        ),
      ]),
];
