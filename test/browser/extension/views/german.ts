import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The built extension with German as its only language: a browser in another language then takes that one.
 * Chromium would need a language pack of its own to be in German itself.
 */
export async function germanExtension(
  browser: "chrome" | "firefox" = "chrome",
): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "forwhom-german-"));
  await cp(`dist/extension/${browser}`, folder, { recursive: true });
  await rm(join(folder, "_locales/en"), { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...manifest, default_locale: "de" }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
