import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { SourceMap } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { endpointRulesSchema } from "../../../sdk/endpoint/rules.ts";
import { decodeManifest } from "../../../shared/manifest/decodeManifest.ts";
import { publish } from "../../../shared/manifest/publish.ts";
import { tinyLibrary } from "../library/tiny.ts";
import { folderWith, forwhom } from "./commands.ts";

const apart =
  "(()=>{globalThis.seen=[__FORWHOM_PARTS__,__FORWHOM_LATER__,__FORWHOM_SANITIZE__,__FORWHOM_DECODE__]})();";
const boot = `${apart.replace("DECODE", "MANIFEST")}`;
const parts = {
  sources: { "vanilla-cookieconsent": "1", tcf: "2", gpc: "3" },
  contents: { template: "4", text: "5", html: "6", offer: "7", hide: "8" },
  approval: { approved: "9" },
  engine: { dates: "10", sequences: "11", traits: "12" },
  behavior: { listen: "17" },
  goals: { goals: "18" },
  country: { country: "19" },
  sinks: { dataLayer: "13", hubspot: "14", segment: "15", adobe: "16" },
};

/** As a build writes it for a script of one line of one source. */
const mapTo = (source: string) => ({ version: 3, sources: [source], names: [], mappings: "AAAA" });

async function published(library: object) {
  const folder = await folderWith({
    "library.json": library,
    "boot.js": boot,
    "boot-apart.js": apart,
    "later.js": "export const later=1;",
    "decode.js": "export const decode=1;",
    "sanitize.js": "export const sanitize=1;",
    "parts.json": parts,
    "boot.js.map": mapTo("sdk/page/script/boot.ts"),
    "boot-apart.js.map": mapTo("sdk/page/script/boot-apart.ts"),
    "later.js.map": mapTo("sdk/page/later.ts"),
    "decode.js.map": mapTo("sdk/page/script/decode.ts"),
    "sanitize.js.map": mapTo("sdk/page/script/sanitize.ts"),
  });
  const out = join(folder, "public");
  const pageFolder = pathToFileURL(`${folder}/`);
  const result = await forwhom(["publish", join(folder, "library.json"), "--out", out], { pageFolder });
  const all = (await readdir(out).catch(() => [])).sort();
  const isMap = (file: string) => file.endsWith(".map");
  return { ...result, folder, out, files: all.filter((file) => !isMap(file)), maps: all.filter(isMap) };
}

describe("forwhom publish", () => {
  it("writes one script, its later part, and the same apart, named after what is in them", async () => {
    const { code, files, out } = await published(tinyLibrary());
    expect(code).toBe(0);
    expect(files).toEqual([
      expect.stringMatching(/^forwhom\.[0-9a-f]{10}\.js$/),
      expect.stringMatching(/^forwhom\.decode\.[0-9a-f]{10}\.js$/),
      "forwhom.js",
      "forwhom.json",
      // One that brings what this library measures with, and one that brings everything.
      expect.stringMatching(/^forwhom\.later\.[0-9a-f]{10}\.js$/),
      expect.stringMatching(/^forwhom\.later\.[0-9a-f]{10}\.js$/),
      expect.stringMatching(/^forwhom\.sanitize\.[0-9a-f]{10}\.js$/),
    ]);
    const manifest: unknown = JSON.parse(await readFile(join(out, "forwhom.json"), "utf8"));
    expect(decodeManifest(manifest)).toEqual(publish(tinyLibrary()).manifest);
    const again = await published(tinyLibrary());
    expect(again.files).toEqual(files);
    const changed = await published(tinyLibrary({ name: "Another" }));
    expect(changed.files[0]).not.toBe(files[0]);
    expect(changed.files.slice(4)).toEqual(files.slice(4));
  });

  it("puts into the script only what the library uses", async () => {
    const { files, out } = await published(tinyLibrary());
    const textOf = (name = "") => readFile(join(out, name), "utf8");
    expect(await textOf(files[0])).toContain(
      "__FORWHOM_PARTS__={engine:{},sources:[1,3],contents:{text:5,template:4,hide:8}},",
    );
    expect(await textOf("forwhom.js")).toMatch(/engine:\{dates:10,.*html:6/);
    const measured = await published(tinyLibrary({ measurement: { reportTo: ["segment"] } }));
    const later = await Promise.all(
      measured.files.slice(4, 6).map((name) => readFile(join(measured.out, name), "utf8")),
    );
    expect(later.map((text) => text.split(";")[0]).sort()).toEqual([
      "const __FORWHOM_LATER_PARTS__={sinks:{dataLayer:13,hubspot:14,segment:15,adobe:16},listen:17,goals:18,country:19}",
      "const __FORWHOM_LATER_PARTS__={sinks:{segment:15},country:19}",
    ]);
  });

  it("writes a map beside each script that leads from what runs to its source, and names it in none", async () => {
    const { files, maps, out } = await published(tinyLibrary());
    const scripts = files.filter((file) => file.endsWith(".js"));
    expect(maps).toEqual(scripts.map((file) => `${file}.map`));
    const textOf = (name: string) => readFile(join(out, name), "utf8");
    const sources: unknown[] = [];
    for (const script of scripts) {
      const text = await textOf(script);
      expect(text).not.toContain("sourceMappingURL");
      const before = text.slice(0, text.search(/\(\(\)=>\{globalThis|export /)).split("\n");
      const map = new SourceMap(JSON.parse(await textOf(`${script}.map`)));
      sources.push(map.findEntry(before.length - 1, before.at(-1)?.length ?? 0));
    }
    expect(sources).toMatchObject(
      ["script/boot", "script/decode", "script/boot-apart", "later", "later", "script/sanitize"].map(
        (name) => ({
          originalSource: `sdk/page/${name}.ts`,
        }),
      ),
    );
  });

  it("prints the tag to paste", async () => {
    const { out: folder, files, ...printed } = await published(tinyLibrary());
    const { out } = await forwhom(["publish", join(printed.folder, "library.json"), "--out", folder], {
      pageFolder: pathToFileURL(`${printed.folder}/`),
    });
    const script = await readFile(join(folder, files[0] ?? ""));
    const integrity = createHash("sha384").update(script).digest("base64");
    expect(out).toContain(`<script src="/${files[0]}" integrity="sha384-${integrity}"></script>`);
    expect(out).toMatch(/Private, for your endpoint only/);
  });

  it("keeps the endpoint's rules out of the public folder", async () => {
    const { folder, files, out } = await published(tinyLibrary());
    expect(files).not.toContain("memberships.json");
    const rules: unknown = JSON.parse(
      await readFile(join(folder, "public-private", "memberships.json"), "utf8"),
    );
    expect(endpointRulesSchema.parse(rules).memberships).toHaveProperty("large");
    for (const file of files)
      expect(await readFile(join(out, file), "utf8")).not.toMatch(/employees|team@|purpose/);
  });

  it("publishes nothing of a library with a mistake", async () => {
    const { code, files, ...printed } = await published({ ...tinyLibrary(), offers: {}, nmae: "Tiny" });
    expect([code, files]).toEqual([1, []]);
    expect(printed.err).toMatch(/^nmae: "nmae" is not a key that is known here/);
    expect(printed.err).toMatch(/Nothing was published\.\n$/);
  });

  it("says what is missing when the page script was not built", async () => {
    const folder = await folderWith({ "library.json": tinyLibrary() });
    const { code, err } = await forwhom([
      "publish",
      join(folder, "library.json"),
      "--out",
      join(folder, "o"),
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/^The built page script is not there: .*boot\.js/);
  });
});

describe("forwhom schema", () => {
  it("writes a JSON Schema that names every part of a library", async () => {
    const folder = await folderWith({});
    const { code } = await forwhom(["schema", "--out", join(folder, "s.json")]);
    expect(code).toBe(0);
    const schema: { properties: object } = JSON.parse(await readFile(join(folder, "s.json"), "utf8"));
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(tinyLibrary())));
    const { out } = await forwhom(["schema"]);
    expect(JSON.parse(out)).toEqual(schema);
  });
});
