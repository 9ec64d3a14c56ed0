import type { Manifest } from "../../shared/manifest/shape.ts";

const MANIFEST = "__FORWHOM_MANIFEST__";
const LATER = "__FORWHOM_LATER__";

/**
 * Puts the manifest, and the name of the later part's file, around the built boot script: one script,
 * so that nothing is fetched in series. Without a manifest the script fetches `forwhom.json` beside
 * it.
 *
 * @throws When the boot script does not ask for them: it was built by another version.
 */
export function embed(boot: string, manifest: Manifest | undefined, { later }: { later: string }): string {
  for (const name of [MANIFEST, LATER])
    if (!boot.includes(name))
      throw new Error(`The built page script does not ask for ${name}: build it again.`);
  const values = [`${LATER}=${literal(later)}`, ...(manifest ? [`${MANIFEST}=${literal(manifest)}`] : [])];
  // Around the script and not in its text: an identifier may stand there twice, a manifest must not.
  return `(()=>{const ${values.join(",")};${boot}\n})();\n`;
}

/** A JSON literal that may stand in any script, also in one that stands in a page. */
const literal = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
