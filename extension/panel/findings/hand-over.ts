import browser from "webextension-polyfill";
import { htmlOf } from "../../../shared/findings/report/html.ts";
import { jsonOf } from "../../../shared/findings/report/json.ts";
import { type Report, reportOf } from "../../../shared/findings/report/report.ts";
import { sarifOf } from "../../../shared/findings/report/sarif.ts";
import { language } from "../../words.ts";
import type { Examined } from "../examined.ts";

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

/** Long enough for the browser to have taken the file. */
const TAKEN_WITHIN_MS = 10_000;

/** Saves the report as a file: a link that is clicked needs no permission. */
export function save(examined: Examined, format: Format): void {
  const report = reportIn(examined);
  const { type, write } = FORMATS[format];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([write(report)], { type }));
  link.download = `${nameOf(report)}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_WITHIN_MS);
}

function nameOf({ page, at }: Report): string {
  const host = URL.canParse(page) ? new URL(page).hostname : "page";
  return `forwhom-${host}-${at.slice(0, 10)}`;
}
