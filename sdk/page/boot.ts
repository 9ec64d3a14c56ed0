import type { Manifest } from "../../shared/manifest/shape.ts";
import { countrySaid } from "./country.ts";
import type { Forwhom } from "./forwhom.ts";
import { start } from "./start.ts";

// `forwhom publish` puts the manifest and the later part's file name in the place of these names.
declare const __FORWHOM_MANIFEST__: Manifest;
declare const __FORWHOM_LATER__: string;

/** The value of a name that may not have been replaced. */
const published = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

const script = document.currentScript;
const page = window as unknown as { forwhom?: Forwhom };

const beside = (file: string) =>
  new URL(file, (script as HTMLScriptElement | null)?.src || location.href).href;

const laterPart = (): Promise<typeof import("./later.ts")> =>
  import(beside(published(() => __FORWHOM_LATER__) ?? "forwhom.later.js"));

function boot(manifest: Manifest | undefined): void {
  if (!manifest || page.forwhom) return;
  const later = async () => (await laterPart()).startLater;
  page.forwhom = start({ manifest, country: countrySaid(script), later });
}

/** A manifest that lies apart has crossed a boundary: it is decoded before it is believed. */
async function bootFromFile(): Promise<void> {
  const [response, { decodeManifest }] = await Promise.all([fetch(beside("forwhom.json")), laterPart()]);
  boot(decodeManifest(await response.json()));
}

/** Whatever goes wrong, the page shows what its authors wrote; one line tells those who look for it. */
const quietly = (error: unknown) => console.debug("Forwhom shows the page’s own content:", error);

try {
  // A manifest in the script itself was checked when it was published.
  const manifest = published(() => __FORWHOM_MANIFEST__);
  if (manifest) boot(manifest);
  else bootFromFile().catch(quietly);
} catch (error) {
  quietly(error);
}
