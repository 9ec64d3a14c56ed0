import { readFile, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";

/** What the drivers need to know of a built extension, read from its own manifest. */
export interface BuiltExtension {
  /** Absolute, and without symbolic links: so browsers name it too. */
  readonly folder: string;
  readonly geckoId: string;
  /** The page of the side panel (Chromium) or sidebar (Firefox), as a path inside the extension. */
  readonly panel: string;
}

interface Manifest {
  readonly side_panel?: { readonly default_path?: string };
  readonly sidebar_action?: { readonly default_panel?: string };
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } };
}

/** @throws An error that says to build first, if there is no extension in that folder. */
export async function readBuiltExtension(folder: string): Promise<BuiltExtension> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch(() => {
    throw new Error(`No extension in ${folder}: run "npm run build" first.`);
  });
  const manifest: Manifest = JSON.parse(text);
  const panel = manifest.side_panel?.default_path ?? manifest.sidebar_action?.default_panel ?? "panel.html";
  return {
    folder: await realpath(resolve(folder)),
    geckoId: manifest.browser_specific_settings?.gecko?.id ?? "forwhom@forwhom.dev",
    panel: panel.replace(/^\//, ""),
  };
}
