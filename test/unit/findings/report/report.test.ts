import { describe, expect, it } from "vitest";
import { checkAll } from "../../../../shared/findings/find.ts";
import { FINDINGS } from "../../../../shared/findings/list.ts";
import { htmlOf } from "../../../../shared/findings/report/html.ts";
import { jsonOf } from "../../../../shared/findings/report/json.ts";
import { issueOf, markdownOf } from "../../../../shared/findings/report/markdown.ts";
import { reportOf } from "../../../../shared/findings/report/report.ts";
import { sarifOf } from "../../../../shared/findings/report/sarif.ts";
import { LANGUAGES } from "../../../../shared/sentences/speaker.ts";
import { element, inPreview, page, SECRET } from "../page.ts";
import { checked, evidence, HOSTILE, reportIn } from "./page.ts";

describe("a report", () => {
  it("has every check in one of four buckets", () => {
    const { found, cannotTell, clean, doesNotApply } = reportIn("en");
    expect(found.length).toBeGreaterThan(1);
    expect([...found, ...cannotTell, ...clean, ...doesNotApply].map(({ id }) => id).toSorted()).toEqual(
      FINDINGS.map(({ id }) => id).toSorted(),
    );
  });

  it("says why something could not be checked, and what does not apply", () => {
    const open = page({ slots: [element("hero", { outcome: "undecided" })] });
    const { cannotTell } = reportOf(checkAll(open), open, "de");
    expect(cannotTell.map(({ because }) => because)).toContain("Einige Plätze sind noch nicht entschieden.");
    const bare = { ...open, observation: { ...open.observation, claim: undefined } };
    const { doesNotApply } = reportOf(checkAll(bare), bare, "en");
    expect(doesNotApply.map(({ because }) => because)).toContain("There is no Forwhom on this page.");
  });

  it("puts all places of one finding together, by the slot’s name and its selector", () => {
    const two = page({
      slots: [element("cta", {}), element("cta", { selector: ":root > :nth-child(2)" })],
      facts: evidence.observation.claim?.facts as never,
    });
    const [finding] = reportOf(checkAll(two), two, "en").found;
    expect(finding?.places.map(({ name, selector }) => [name, selector])).toEqual([
      ["Button", '[data-fw-slot="cta"]'],
      ["Button", ":root > :nth-child(2)"],
    ]);
  });

  it("says whom the page was previewed as", () => {
    const previewed = inPreview(page({ slots: [] }), "open");
    expect(reportOf(checkAll(previewed), previewed, "en").seenAs).toBe("CFOs");
    expect(reportIn("en").seenAs).toBeUndefined();
  });

  it("names the page without what may name a visitor", () => {
    expect(reportIn("en").page).toBe("https://northwind.example/pricing");
  });

  it.each(LANGUAGES)("never says a value of the visitor, in any format: %s", (language) => {
    const report = reportIn(language);
    const texts = [
      jsonOf(report),
      markdownOf(report),
      htmlOf(report),
      sarifOf(report, "1.0.0"),
      ...report.found.map((finding) => issueOf(finding, report)),
    ];
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) {
      expect(text.length).toBeGreaterThan(500);
      expect(text.toLowerCase()).not.toContain(SECRET.toLowerCase());
    }
  });
});

describe("a report as JSON", () => {
  it("is the report", () => {
    expect(JSON.parse(jsonOf(reportIn("de")))).toEqual(reportIn("de"));
  });
});

describe("a report as the text of an issue", () => {
  const report = reportIn("en");
  const hostile = report.found.find(({ places }) => places.some(({ name }) => name === HOSTILE));
  const issue = hostile ? issueOf(hostile, report) : "";

  it("says all there is to say of one finding", () => {
    expect(issue).toMatch(/^# Personalised without consent\n/);
    for (const part of [
      "`https://northwind.example/pricing`",
      "**Severity:** Critical · **Confidence:** Observed",
      "**Likely gap:** The content was put in before",
      "**Risk:** ",
      "**Fix:** ",
      '(`[data-fw-slot="hero"]`)',
      "November 24, 2026 at 12:00 PM UTC",
    ])
      expect(issue).toContain(part);
    expect(issue).not.toContain("A message that this visitor must not see");
  });

  it("says all findings as one, in the other language, too", () => {
    const text = markdownOf(reportIn("de"));
    expect(text).toMatch(/^# Befunde von Forwhom\n/);
    expect(text).toContain("## Ohne Einwilligung personalisiert");
    expect(text).toContain("## Eine Botschaft, die diese Person nicht sehen darf");
    expect(text).toContain("24. November 2026 um 12:00 UTC");
  });

  it("takes what the page says for nothing but text", () => {
    expect(issue).toContain(
      "\\<img src=x onerror=alert(1)\\> \\[click\\](https://evil.example) \\`rm\\` {0} @\u200beveryone \\# \"Heading\" \\& 'more' \\\\",
    );
    expect(issue.split("\n").filter((line) => line.startsWith("#"))).toHaveLength(1);
  });

  it("keeps a selector whole, whatever marks are in it", () => {
    const [finding] = report.found;
    const odd = finding && {
      ...finding,
      places: [{ selector: "a[title='``']\n# b", evidence: ["1. one", "- two"] }],
    };
    const text = odd ? issueOf(odd, report) : "";
    expect(text).toContain("- This page as a whole (``` a[title='``'] # b ```)");
    expect(text).toContain("  - 1\\. one\n  - \\- two\n");
  });
});

describe("a report as a file to read", () => {
  const html = htmlOf(reportIn("de"));

  it("takes what the page says for nothing but text", () => {
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).toContain("&quot;Heading&quot; &amp; &#39;more&#39;");
    expect(html).not.toContain("<img");
  });

  it("needs nothing from anywhere, and has no script", () => {
    const tags = [...html.matchAll(/<(\w+)([^>]*)>/g)];
    const names = new Set(tags.map(([, name]) => name));
    for (const name of ["script", "link", "img", "iframe", "base", "form", "object"])
      expect(names).not.toContain(name);
    expect(names).toContain("article");
    const attributes = tags.flatMap(([, , rest = ""]) =>
      [...rest.matchAll(/([\w-]+)="/g)].map(([, one]) => one),
    );
    for (const attribute of attributes)
      expect(attribute).toMatch(/^(lang|dir|class|charset|name|content|http-equiv|datetime|href|rel)$/);
    expect(html).not.toMatch(/@import|url\(/);
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
  });

  it("says its language, and is dark and printable, too", () => {
    expect(html).toContain('<html lang="de">');
    expect(html).toContain("@media (prefers-color-scheme: dark)");
    expect(html).toContain("@media print");
  });

  it("has the four buckets with what is in them", () => {
    const headings = [...html.matchAll(/<h2>(.*?) <span class="count">(\d+)<\/span>/g)].map(
      ([, name, count]) => [name, Number(count)],
    );
    const { found, cannotTell, clean, doesNotApply } = reportIn("de");
    expect(headings).toEqual([
      ["Gefunden", found.length],
      ["Nicht prüfbar", cannotTell.length],
      ["Geprüft, nichts gefunden", clean.length],
      ["Betrifft diese Seite nicht", doesNotApply.length],
    ]);
    expect(headings.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(checked.length);
  });
});
