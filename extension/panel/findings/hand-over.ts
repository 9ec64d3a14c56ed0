import browser from "webextension-polyfill";
import { htmlOf } from "../../../shared/findings/report/html.ts";
import { jsonOf } from "../../../shared/findings/report/json.ts";
import { type Report, reportOf } from "../../../shared/findings/report/report.ts";
import { sarifOf } from "../../../shared/findings/report/sarif.ts";
import { language } from "../../words.ts";
import type { Examined } from "../examined.ts";
import { save } from "../save.ts";

export const reportIn = ({ checked, evidence }: Examined): Report => reportOf(checked, evidence, language());

export type Format = "html" | "json" | "sarif";

type Written = { readonly type: string; readonly write: (report: Report) => string };

const FORMATS: Readonly<Record<Format, Written>> = {
  html: { type: "text/html", write: htmlOf },
  json: { type: "application/json", write: jsonOf },
  sarif: {
    type: "application/sarif+json",
    write: (report) => sarifOf(report, browser.runtime.getManifest().version),
  },
};

/** Saves the report as a file. */
export function saveReport(examined: Examined, format: Format): void {
  const report = reportIn(examined);
  const { type, write } = FORMATS[format];
  save(write(report), { name: `${nameOf(report)}.${format}`, type });
}

function nameOf({ page, at }: Report): string {
  const host = URL.canParse(page) ? new URL(page).hostname : "page";
  return `forwhom-${host}-${at.slice(0, 10)}`;
}
