import type { Page } from "puppeteer-core";
import { findAxeViolations } from "./axe.ts";
import { takePicture } from "./picture.ts";

/** One way in which somebody may see a page. */
export type Look = {
  readonly name: string;
  readonly scheme: "light" | "dark";
  readonly width: number;
  readonly height: number;
  readonly direction?: "rtl";
};

/** What is wrong with a page in one look. */
export type Fault = { readonly look: string; readonly fault: string; readonly elements: readonly string[] };

/**
 * Shows the page in every look, takes a picture of each (`NAME-LOOK.png`), and says what axe or a ruler
 * finds wrong with it. The page is left in the first look.
 *
 * @example expect(await faultsInLooks(panel, looks, "panel-findings")).toEqual([]);
 */
export async function faultsInLooks(
  page: Page,
  looks: readonly Look[],
  name: string,
  options: { readonly whole?: boolean } = {},
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const look of looks) {
    await wear(page, look);
    for (const { id, help, elements } of await findAxeViolations(page))
      faults.push({ look: look.name, fault: `${id}: ${help}`, elements });
    const outside = await findSidewaysOverflow(page);
    if (outside.length > 0)
      faults.push({ look: look.name, fault: "reaches beyond the edge", elements: outside });
    // Chromium takes the whole of a page that runs from right to left from somewhere beside it.
    const whole = (options.whole ?? false) && look.direction !== "rtl";
    if (whole) await loadLazyPictures(page);
    await takePicture(page, `${name}-${look.name}`, { whole });
  }
  const [first] = looks;
  if (first && looks.length > 1) await wear(page, first);
  return faults;
}

export async function wear(page: Page, { scheme, width, height, direction }: Look): Promise<void> {
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.setViewport({ width, height });
  await page.evaluate((dir) => {
    document.dir = dir;
    scrollTo(0, 0);
    // Colours that change slowly would be measured halfway.
    for (const animation of document.getAnimations()) animation.finish();
  }, direction ?? "");
}

/** What is far below is otherwise an empty place in the picture. */
function loadLazyPictures(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (const image of document.images) {
      image.loading = "eager";
      await image.decode().catch(() => undefined);
    }
  });
}

/** The selectors of what sticks out of the page sideways; empty where nobody has to scroll. */
export function findSidewaysOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.body.querySelectorAll("*")].filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 0.5 || left < -0.5);
    });
    return [
      `${scrollWidth} instead of ${clientWidth} px`,
      ...outside.map((one) => one.outerHTML.slice(0, 90)),
    ];
  });
}
