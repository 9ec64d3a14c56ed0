import { createHash } from "node:crypto";
import type { Library } from "../../shared/library/library.ts";
import { publish } from "../../shared/manifest/publish.ts";
import type { Manifest } from "../../shared/manifest/shape.ts";
import { type EndpointRules, endpointRules } from "../endpoint/rules.ts";
import { embed } from "./embed.ts";

/** The built page script: `dist/page/boot.js` and `dist/page/later.js`. */
export type PageScript = { readonly boot: string; readonly later: string };

export type PublishedFile = { readonly name: string; readonly text: string };

export type Bundle = {
  readonly manifest: Manifest;
  /** SDK and manifest in one script, named after its content. */
  readonly script: PublishedFile;
  /** The part that is loaded when the page is idle, named after its content. */
  readonly later: PublishedFile;
  /** The same as `script` in two files, for sites that publish libraries without touching their pages. */
  readonly apart: readonly PublishedFile[];
  /** For the endpoint, and nobody else. */
  readonly rules: EndpointRules;
  /** To paste into the head, before the stylesheets. */
  readonly tag: string;
};

/** All that publishing a checked library makes, as text. */
export function bundle(library: Library, page: PageScript): Bundle {
  const { manifest } = publish(library);
  const later = { name: `forwhom.later.${hash(page.later)}.js`, text: page.later };
  const whole = embed(page.boot, manifest, { later: later.name });
  const script = { name: `forwhom.${hash(whole)}.js`, text: whole };
  return {
    manifest,
    script,
    later,
    apart: [
      { name: "forwhom.js", text: embed(page.boot, undefined, { later: later.name }) },
      { name: "forwhom.json", text: JSON.stringify(manifest) },
    ],
    rules: endpointRules(library),
    tag: `<script src="/${script.name}"></script>`,
  };
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 10);
