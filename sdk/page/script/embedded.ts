import type { Manifest } from "../../../shared/manifest/shape.ts";
import type { Forwhom } from "../forwhom.ts";
import type { Parts } from "../parts.ts";
import type { Sanitizer } from "../slots/content/kind.ts";
import { start } from "../start.ts";
import { countrySaid } from "./country.ts";

// `forwhom publish` puts these around the script: what the library uses, and the names of the files beside it.
declare const __FORWHOM_PARTS__: Parts;
declare const __FORWHOM_LATER__: string;
declare const __FORWHOM_SANITIZE__: string;

const script = document.currentScript;
const page = window as unknown as { forwhom?: Forwhom };

export const beside = (file: string) =>
  new URL(file, (script as HTMLScriptElement | null)?.src || location.href).href;

// Firefox fails a file whose last load was broken off by a reload, and keeps the failure under its address.
const later = (): Promise<typeof import("./later.ts")> =>
  import(beside(__FORWHOM_LATER__)).catch(() => import(beside(`${__FORWHOM_LATER__}#`)));
const sanitizer: Sanitizer = () => import(beside(__FORWHOM_SANITIZE__));

export function boot(manifest: Manifest | undefined): void {
  // An element of this name is in the way of nothing.
  if (!manifest || page.forwhom?.decide) return;
  page.forwhom = start({
    manifest,
    country: countrySaid(script),
    parts: __FORWHOM_PARTS__,
    sanitizer,
    later,
  });
}

/** Whatever goes wrong, the page shows what its authors wrote; one line tells those who look for it. */
export const quietly = (error: unknown): void => console.debug("Forwhom:", error);
