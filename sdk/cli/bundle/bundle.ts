import { createHash } from "node:crypto";
import type { Library } from "../../../shared/library/library.ts";
import { publish } from "../../../shared/manifest/publish.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import { type EndpointRules, endpointRules } from "../../endpoint/rules.ts";
import { embed } from "./embed.ts";
import { integrityOf } from "./integrity.ts";
import type { PageScript } from "./page-script.ts";
import { everyPart, laterWith, partsCode, usedParts } from "./parts.ts";
import { mapWithin } from "./source-map.ts";

export type PublishedFile = { readonly name: string; readonly text: string };

export type Bundle = {
  readonly manifest: Manifest;
  /** SDK and manifest in one script, named after its content. */
  readonly script: PublishedFile;
  /** The part that is loaded when the page is idle, named after its content. */
  readonly later: PublishedFile;
  /** What sanitises HTML where a browser cannot, named after its content. */
  readonly sanitize: PublishedFile;
  /** The same as `script` in two files, for sites that publish libraries without touching their pages. */
  readonly apart: readonly PublishedFile[];
  /** From the scripts to their sources, for whoever looks into a page. No script names its own. */
  readonly maps: readonly PublishedFile[];
  /** For the endpoint, and nobody else. */
  readonly rules: EndpointRules;
  /** To paste into the head, before the stylesheets. */
  readonly tag: string;
};

/** All that publishing a checked library makes, as text. */
export function bundle(library: Library, page: PageScript): Bundle {
  const { manifest } = publish(library);
  const sanitize = named("forwhom.sanitize", page.sanitize);
  const decode = named("forwhom.decode", page.decode);
  const used = usedParts(manifest);
  const later = named("forwhom.later", laterWith(page.later, used, page.parts));
  const files = { later: later.name, sanitize: sanitize.name };
  const script = named("forwhom", embed(page.boot, { manifest, files, parts: partsCode(used, page.parts) }));
  // Its library may change without it: it brings every part.
  const every = everyPart(page.parts, used.country);
  const laterApart = named("forwhom.later", laterWith(page.later, every, page.parts));
  const apart = embed(page.bootApart, {
    files: { ...files, later: laterApart.name, decode: decode.name },
    parts: partsCode(every, page.parts),
  });
  return {
    manifest,
    script,
    later,
    sanitize,
    apart: [
      { name: "forwhom.js", text: apart },
      { name: "forwhom.json", text: JSON.stringify(manifest) },
      decode,
      laterApart,
    ],
    maps: [
      mapOf(script, mapWithin(script.text, page.boot, page.maps.boot)),
      mapOf({ name: "forwhom.js" }, mapWithin(apart, page.bootApart, page.maps.bootApart)),
      mapOf(later, mapWithin(later.text, page.later, page.maps.later)),
      mapOf(laterApart, mapWithin(laterApart.text, page.later, page.maps.later)),
      mapOf(sanitize, page.maps.sanitize),
      mapOf(decode, page.maps.decode),
    ],
    rules: endpointRules(library),
    tag: `<script src="/${script.name}" integrity="${integrityOf(script.text)}"></script>`,
  };
}

const mapOf = ({ name }: Pick<PublishedFile, "name">, text: string): PublishedFile => ({
  name: `${name}.map`,
  text,
});

const named = (name: string, text: string): PublishedFile => ({
  name: `${name}.${createHash("sha256").update(text).digest("hex").slice(0, 10)}.js`,
  text,
});
