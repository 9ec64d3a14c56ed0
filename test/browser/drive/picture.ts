import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";

const folder = fileURLToPath(new URL("../pictures/", import.meta.url));

export interface PictureOptions {
  /** As a visitor who prefers dark colours (Chromium; Firefox needs `darkPrefs` at its launch). */
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** The whole page instead of what is in view. */
  readonly whole?: boolean;
}

/** Preferences that make Firefox prefer dark colours: `launchFirefox({ prefs: darkPrefs })`. */
export const darkPrefs = { "layout.css.prefers-color-scheme.content-override": 0 } as const;

/**
 * Takes a picture into `test/browser/pictures/NAME.png` for people to look at, and leaves the page
 * with the colours and the size that it had.
 *
 * @returns The path of the picture.
 * @example await takePicture(panel, "panel-segments-dark", { dark: true, width: 360, height: 800 });
 */
export async function takePicture(page: Page, name: string, options: PictureOptions = {}): Promise<string> {
  const path = join(folder, `${name}.png`) as `${string}.png`;
  await mkdir(dirname(path), { recursive: true });
  const before = page.viewport();
  const { width, height } = options;
  const resized = width !== undefined || height !== undefined;
  if (resized) {
    await page.setViewport({
      ...before,
      width: width ?? before?.width ?? 1280,
      height: height ?? before?.height ?? 800,
    });
  }
  if (options.dark) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  try {
    await page.screenshot({ path, fullPage: options.whole ?? false });
  } finally {
    if (options.dark) await page.emulateMediaFeatures([]);
    if (resized) await page.setViewport(before);
  }
  return path;
}
