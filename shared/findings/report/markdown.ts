import type { Language } from "../../sentences/speaker.ts";
import { checkedAt, type Report, type ReportedFinding, type ReportedPlace } from "./report.ts";
import { BUCKET, CONFIDENCE, LABEL, SEVERITY } from "./words.ts";

/** One finding as the text of an issue, its title as the first line. */
export const issueOf = (finding: ReportedFinding, report: Report): string =>
  [`# ${plain(finding.title)}`, "", ...about(report), "", ...body(finding, report.language), ""].join("\n");

/** The whole report as the text of one issue. */
export function markdownOf(report: Report): string {
  const { language, found, cannotTell } = report;
  return [
    `# ${LABEL.title[language]}`,
    "",
    ...about(report),
    "",
    ...(found.length === 0 ? [LABEL.nothing[language], ""] : []),
    ...found.flatMap((finding) => [`## ${plain(finding.title)}`, "", ...body(finding, language), ""]),
    ...(cannotTell.length === 0
      ? []
      : [
          `## ${BUCKET["cannot tell"][language]}`,
          "",
          ...cannotTell.map(({ title, because }) => `- ${plain(title)}: ${plain(because)}`),
          "",
        ]),
  ].join("\n");
}

function about(report: Report): readonly string[] {
  const { page, seenAs, language } = report;
  return [
    `- **${LABEL.page[language]}:** ${code(page)}`,
    `- **${LABEL.seenAs[language]}:** ${seenAs === undefined ? LABEL.realVisitor[language] : plain(seenAs)}`,
    `- **${LABEL.checkedAt[language]}:** ${checkedAt(report)}`,
  ];
}

function body(finding: ReportedFinding, language: Language): readonly string[] {
  const { severity, confidence, explanation, likelyGap, risk, fix, link, places } = finding;
  return [
    `**${LABEL.severity[language]}:** ${SEVERITY[severity][language]} · **${LABEL.confidence[language]}:** ${CONFIDENCE[confidence][language]}`,
    "",
    plain(explanation),
    "",
    `**${LABEL.evidence[language]}**`,
    "",
    ...places.flatMap((place) => placed(place, language)),
    "",
    `**${LABEL.likelyGap[language]}:** ${plain(likelyGap)}`,
    "",
    `**${LABEL.risk[language]}:** ${plain(risk)}`,
    "",
    `**${LABEL.fix[language]}:** ${plain(fix)}`,
    ...(link === undefined ? [] : ["", `**${LABEL.more[language]}:** <${encodeURI(link)}>`]),
  ];
}

function placed({ slot, name, selector, evidence }: ReportedPlace, language: Language): readonly string[] {
  const called = name ?? slot;
  return [
    `- ${called === undefined ? LABEL.thisPage[language] : plain(called)}${selector === undefined ? "" : ` (${code(selector)})`}`,
    ...evidence.map((sentence) => `  - ${plain(sentence)}`),
  ];
}

const ONE_LINE = /[\s\p{Cc}]+/gu;

/**
 * A text that the page may have written, as nothing but text: on one line, without a mark of Markdown, and
 * without calling anybody by their handle.
 */
function plain(text: string): string {
  return text
    .replace(ONE_LINE, " ")
    .trim()
    .replace(/[\\`*_[\]<>|~#&!]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/@/g, "@\u200b");
}

/** Between as many marks as the text itself does not have. */
function code(text: string): string {
  const line = text.replace(ONE_LINE, " ").trim();
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([marks]) => marks.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? fence + line + fence : `${fence} ${line} ${fence}`;
}
