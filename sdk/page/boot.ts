import type { Manifest } from "../../shared/manifest/shape.ts";
import { countrySaid } from "./country.ts";
import type { Forwhom } from "./forwhom.ts";
import { start } from "./start.ts";

// `forwhom publish` puts the later part's file name around this script, and the manifest where it is not apart.
declare const __FORWHOM_MANIFEST__: Manifest | undefined;
declare const __FORWHOM_LATER__: string;

const script = document.currentScript;
const page = window as unknown as { forwhom?: Forwhom };

const beside = (file: string) =>
  new URL(file, (script as HTMLScriptElement | null)?.src || location.href).href;

const laterPart = (): Promise<typeof import("./later.ts")> => import(beside(__FORWHOM_LATER__));

function boot(manifest: Manifest | undefined): void {
  if (!manifest || page.forwhom) return;
  page.forwhom = start({ manifest, country: countrySaid(script), later: laterPart });
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
  if (typeof __FORWHOM_MANIFEST__ === "undefined") bootFromFile().catch(quietly);
  else boot(__FORWHOM_MANIFEST__);
} catch (error) {
  quietly(error);
}
