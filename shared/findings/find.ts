import type { Evidence, Finding } from "./finding.ts";
import { FINDINGS } from "./list.ts";

/** Everything wrong with a page, the gravest first. A page that is right gives none. */
export const find = (evidence: Evidence): readonly Finding[] =>
  FINDINGS.flatMap(({ check, ...finding }) => check(evidence).map((fault) => ({ ...finding, ...fault })));
