import type { Report } from "./report.ts";

/** The report as it is, for a tool of one's own. */
export const jsonOf = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
