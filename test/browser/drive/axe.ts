import axe from "axe-core";
import type { Page } from "puppeteer-core";

export interface AxeViolation {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  /** The selectors of the elements at fault. */
  readonly elements: readonly string[];
}

/**
 * What axe-core finds wrong on a page, by WCAG 2.2 A and AA and axe's own best practices.
 *
 * @example expect(await findAxeViolations(panel)).toEqual([]);
 */
export async function findAxeViolations(
  page: Page,
  options: { readonly within?: string } = {},
): Promise<AxeViolation[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (within) => {
    const { axe: injected } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await injected.run(within ?? document, { resultTypes: ["violations"] });
    return violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact: impact ?? "unknown",
      help,
      elements: nodes.map(({ target }) => target.join(" ")),
    }));
  }, options.within);
}
