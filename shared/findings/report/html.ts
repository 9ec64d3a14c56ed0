import {
  checkedAt,
  type Report,
  type ReportedDoubt,
  type ReportedFinding,
  type ReportedPlace,
} from "./report.ts";
import { STYLE } from "./style.ts";
import { BUCKET, CONFIDENCE_MEANS, LABEL, SEVERITY } from "./words.ts";

/** The report as one file that needs nothing else: no script, no picture, no font, nothing from anywhere. */
export function htmlOf(report: Report): string {
  const { language, page, seenAs, found, cannotTell, clean, doesNotApply } = report;
  const title = LABEL.title[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${title}: ${page}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<dl class="about">
${term(LABEL.page[language], `<bdi>${escaped(page)}</bdi>`)}
${term(LABEL.seenAs[language], escaped(seenAs ?? LABEL.realVisitor[language]))}
${term(LABEL.checkedAt[language], `<time datetime="${escaped(report.at)}">${escaped(checkedAt(report))}</time>`)}
</dl>
</header>
<main>
${bucket(BUCKET.found[language], found.length, found.length === 0 ? `<p>${escaped(LABEL.nothing[language])}</p>` : found.map((finding) => findingOf(finding, report)).join("\n"))}
${bucket(BUCKET["cannot tell"][language], cannotTell.length, list(cannotTell))}
${bucket(BUCKET.clean[language], clean.length, list(clean))}
${bucket(BUCKET["does not apply"][language], doesNotApply.length, list(doesNotApply))}
</main>
</body>
</html>
`;
}

const bucket = (name: string, count: number, content: string) =>
  `<section>\n<h2>${escaped(name)} <span class="count">${count}</span></h2>\n${content}\n</section>`;

function findingOf(finding: ReportedFinding, { language }: Report): string {
  const { severity, confidence, title, explanation, likelyGap, risk, fix, link, places } = finding;
  return `<article class="is-${severity}">
<p class="severity">${escaped(SEVERITY[severity][language])}</p>
<h3>${escaped(title)}</h3>
<p>${escaped(explanation)}</p>
<ul class="places">
${places.map((place) => placeOf(place, LABEL.thisPage[language])).join("\n")}
</ul>
<p class="soft">${escaped(CONFIDENCE_MEANS[confidence][language])}</p>
<dl>
${term(LABEL.likelyGap[language], escaped(likelyGap))}
${term(LABEL.risk[language], escaped(risk))}
${term(LABEL.fix[language], escaped(fix))}
</dl>
${link === undefined ? "" : `<p><a href="${escaped(link)}" rel="noreferrer">${escaped(LABEL.more[language])}: ${escaped(link)}</a></p>`}
</article>`;
}

const placeOf = ({ slot, name, selector, evidence }: ReportedPlace, thisPage: string) =>
  `<li><strong dir="auto">${escaped(name ?? slot ?? thisPage)}</strong>${
    selector === undefined ? "" : ` <code>${escaped(selector)}</code>`
  }<ul>${evidence.map((sentence) => `<li dir="auto">${escaped(sentence)}</li>`).join("")}</ul></li>`;

const list = (checks: readonly (Omit<ReportedDoubt, "because"> & { readonly because?: string })[]) =>
  checks.length === 0
    ? ""
    : `<ul class="checks">\n${checks
        .map(
          ({ title, explanation, because }) =>
            `<li><strong>${escaped(title)}</strong> <span class="soft">${escaped(explanation)}</span>${
              because === undefined ? "" : `<span class="because">${escaped(because)}</span>`
            }</li>`,
        )
        .join("\n")}\n</ul>`;

const term = (name: string, html: string) => `<dt>${escaped(name)}</dt><dd>${html}</dd>`;

const ENTITY: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as nothing but text, between tags or in an attribute. */
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => ENTITY[mark] ?? "");
