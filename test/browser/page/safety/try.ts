import { judge, useAll } from "./judge.ts";
import type { Policy, Site } from "./site.ts";
import { settled, type Watched } from "./watch.ts";
import type { Case } from "./ways.ts";

export type Outcome = {
  /** The cases whose content was shown. */
  readonly shown: ReadonlySet<string>;
  /** All that must not be: what was found, executed, asked for, and gone wrong. */
  readonly harm: readonly string[];
  /** What was reported against the page's policy. */
  readonly violations: readonly string[];
};

/** Fragments that did not come while their slots were held are in the browser's cache by the next time. */
const MOST_LOADS = 5;

/** Shows cases on their pages, uses all that is shown, and says what came of it. */
export async function tryCases(
  { page, asked, errors, seen }: Watched,
  site: Site,
  cases: readonly Case[],
  policy: Policy,
): Promise<Outcome> {
  const shown = new Set<string>();
  const harm: string[] = [];
  const violations: string[] = [];
  for (const path of new Set(cases.map((one) => one.page))) {
    const here = cases.filter((one) => one.page === path);
    for (
      let load = 0;
      load < MOST_LOADS && harm.length === 0 && !here.every(({ id }) => shown.has(id));
      load++
    ) {
      await page.goto(`${site.url}${path}?policy=${policy}`, { waitUntil: "load" });
      await settled(page).catch((error) => harm.push(`The page did not settle: ${error}`));
      const judged = await page.evaluate(judge);
      await page.evaluate(useAll);
      const { dangers } = await page.evaluate(judge);
      const { executed, rejections, violations: reported } = await seen();
      for (const id of judged.shown) shown.add(id);
      violations.push(...reported);
      harm.push(...judged.dangers, ...dangers, ...executed, ...rejections);
      if (page.frames().length > 1) harm.push(`${page.frames().length} frames`);
    }
  }
  const expected = /^script \S+\/forwhom\.(js|later\.js|sanitize\.js)/;
  harm.push(...asked.filter((one) => !expected.test(one)), ...site.canaries());
  harm.push(...errors.filter((line) => !isTold(line)));
  return { shown, harm: some(harm), violations: some(violations.filter((one) => !isOfPicture(one))) };
}

/** Enough of them to see what is wrong. */
const some = (all: readonly string[]) => [...new Set(all)].slice(0, 20).map((one) => one.slice(0, 200));

const isOfPicture = (violation: string) => /^(img|media)-src/.test(violation);

/**
 * Chromium (156) reports handlers and styles of HTML even where its Sanitizer, or DOMPurify, takes them out,
 * in whichever document it is parsed: the report is of what stands in the library, and nothing of it is shown.
 */
export const isOfTakenOut = (violation: string) =>
  /^(script-src-attr|style-src-attr|style-src-elem) inline/.test(violation);

/** What the policy does not let in is in `violations`; pictures may be asked for and not be there. */
const isTold = (line: string) =>
  /Failed to load resource|violates the following Content Security Policy/.test(line);
