import type { FindingRule, Severity } from "../finding.ts";
import { FINDINGS } from "../list.ts";
import type { Report, ReportedFinding, ReportedPlace } from "./report.ts";
import { LABEL } from "./words.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

type Level = "error" | "warning" | "note";

/** SARIF 2.1.0 §3.27.10 knows three levels of what is wrong. */
const LEVEL: Readonly<Record<Severity, Level>> = {
  critical: "error",
  serious: "error",
  moderate: "warning",
  minor: "note",
};

/**
 * The report for tools that gather what checkers find. Every rule that was checked is listed; what could
 * not be checked is a notification of the run, so that "no result" is not taken for "clean".
 */
export function sarifOf(report: Report, version: string, rules: readonly FindingRule[] = FINDINGS): string {
  const { language, page, at, found, cannotTell } = report;
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "Forwhom", version, language, rules: rules.map((rule) => described(rule, report)) },
        },
        language,
        invocations: [
          {
            executionSuccessful: true,
            endTimeUtc: at,
            toolExecutionNotifications: cannotTell.map(({ id, title, because }) => ({
              level: "note",
              message: { text: literal(`${title}: ${because}`) },
              associatedRule: { id, index: rules.findIndex((rule) => rule.id === id) },
            })),
          },
        ],
        artifacts: [{ location: { uri: page }, roles: ["analysisTarget"] }],
        results: found.flatMap((finding) =>
          finding.places.map((place) => resultOf(finding, place, report, rules)),
        ),
        properties: { seenAs: report.seenAs ?? LABEL.realVisitor[language] },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const described = (rule: FindingRule, { language }: Report) => ({
  id: rule.id,
  shortDescription: { text: rule.title[language] },
  fullDescription: { text: rule.explanation[language] },
  help: {
    text: [
      `${LABEL.likelyGap[language]}: ${rule.likelyGap[language]}`,
      `${LABEL.risk[language]}: ${rule.risk[language]}`,
      `${LABEL.fix[language]}: ${rule.fix[language]}`,
    ].join("\n"),
  },
  ...(rule.link !== undefined && { helpUri: rule.link }),
  defaultConfiguration: { level: LEVEL[rule.severity] },
  properties: { catalogue: rule.catalogue, severity: rule.severity, confidence: rule.confidence },
});

const resultOf = (
  { id, severity, confidence, title }: ReportedFinding,
  { slot, name, selector, evidence }: ReportedPlace,
  { page }: Report,
  rules: readonly FindingRule[],
) => ({
  ruleId: id,
  ruleIndex: rules.findIndex((rule) => rule.id === id),
  level: LEVEL[severity],
  message: { text: literal(evidence.length === 0 ? title : evidence.join(" ")) },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: page, index: 0 } },
      ...(selector !== undefined && {
        logicalLocations: [
          { ...(name !== undefined && { name }), fullyQualifiedName: selector, kind: "element" },
        ],
      }),
    },
  ],
  // The same fault of the same element is the same result in the next run.
  partialFingerprints: { "fault/v1": [id, slot, selector].filter(Boolean).join(" ") },
  properties: { severity, confidence },
});

/** In a message, brackets make links and braces are filled in. SARIF 2.1.0 §3.11.5 and §3.11.6. */
const literal = (text: string) => text.replace(/[\\[\]]/g, "\\$&").replace(/[{}]/g, "$&$&");
