import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { build } from "esbuild";
import { minify } from "terser";
import { forBrowsers } from "./browsers.mjs";

/** What only some libraries need, and where it is. `forwhom publish` puts what its library uses into the script. */
const optional = {
  sources: {
    "vanilla-cookieconsent": "consent/managers/vanilla-cookieconsent",
    tcf: "consent/iab/tcf",
    gpp: "consent/iab/gpp",
    klaro: "consent/managers/klaro",
    c15t: "consent/managers/c15t",
    cookieconsent: "consent/managers/cookieconsent",
    gpc: "consent/signals/gpc",
    "google-consent-mode": "consent/signals/google",
    hubspot: "consent/managers/hubspot",
    onetrust: "consent/managers/onetrust",
    cookiebot: "consent/managers/cookiebot",
    didomi: "consent/managers/didomi",
    usercentrics: "consent/managers/usercentrics",
    osano: "consent/managers/osano",
    shopify: "consent/managers/shopify",
    "wp-consent-api": "consent/managers/wp-consent-api",
  },
  contents: {
    template: "slots/content/template",
    text: "slots/content/text",
    html: "slots/content/html",
    offer: "slots/content/offer",
    attributes: "slots/content/attributes",
    fragment: "slots/content/fragment",
    hide: "slots/content/hide",
  },
  approval: { approved: "slots/content/approved" },
  sinks: {
    dataLayer: "measure/sinks/data-layer",
    hubspot: "measure/sinks/hubspot",
    segment: "measure/sinks/segment",
    adobe: "measure/sinks/adobe",
  },
  behavior: { listen: "behavior/listen" },
  goals: { goals: "measure/goals" },
  country: { country: "consent/ask-country" },
  engine: { dates: "leaf/dates", sequences: "leaf/sequences", traits: "leaf/traits" },
};

const fileOf = (kind, file) => (kind === "engine" ? `shared/engine/${file}.ts` : `sdk/page/${file}.ts`);

/** In the boot part these parts of the engine are only what a library brings along. */
const optionalEngine = {
  name: "optional-engine",
  setup({ onResolve }) {
    const names = Object.keys(optional.engine).join("|");
    onResolve({ filter: new RegExp(`/(${names})\\.ts$`) }, ({ path }) => ({
      path: resolve("sdk/page/script/engine", basename(path)),
    }));
  },
};

/** What runs in a visitor's page: the boot part, what is loaded after it, and all as one ES module. */
export async function page() {
  await rm("dist/page", { recursive: true, force: true });
  const meta = {};
  for (const [name, file, format] of [
    ["boot", "script/boot", "iife"],
    ["boot-apart", "script/boot-apart", "iife"],
    ["later", "script/later", "esm"],
    ["decode", "script/decode", "esm"],
    ["sanitize", "script/sanitize", "esm"],
  ]) {
    const plugins = name.startsWith("boot") ? [optionalEngine] : [];
    const { code, map, sizes } = await minified({ entryPoints: [`sdk/page/${file}.ts`], format, plugins });
    await writeText(`dist/page/${name}.js`, code);
    // Nothing in the script points at it: that would be bytes for every visitor, and `publish` names scripts anew.
    await writeText(`dist/page/${name}.js.map`, map);
    meta[name] = sizes;
  }
  const parts = {};
  for (const [kind, all] of Object.entries(optional))
    for (const [name, file] of Object.entries(all)) {
      const { code } = await minified({
        stdin: { contents: `export * from "./${fileOf(kind, file)}";`, resolveDir: "." },
        format: "esm",
      });
      parts[kind] = { ...parts[kind], [name]: kind === "engine" ? moduleOf(code) : expressionOf(code) };
    }
  await writeText("dist/page/parts.json", JSON.stringify(parts));
  await writeText("dist/page/meta.json", JSON.stringify(meta));
  await build({
    ...forBrowsers,
    format: "esm",
    minify: false,
    splitting: true,
    sourcemap: true,
    entryPoints: { index: "sdk/page/index.ts" },
    outdir: "dist/page/module",
  });
}

/** A part is an expression whose value is the one thing that its module exports. */
function expressionOf(code) {
  const [whole, name] = /export\{(\w+) as \w+\};?\s*$/.exec(code) ?? [];
  if (name === undefined) throw new Error(`A part exports one thing by its name, not: ${code.slice(-80)}`);
  return `(()=>{${code.slice(0, -whole.length)}return ${name}})()`;
}

/** One part of the engine is an object of all that its module exports. */
function moduleOf(code) {
  const [whole, names] = /export\{([^}]*)\};?\s*$/.exec(code) ?? [];
  if (names === undefined) throw new Error(`A part of the engine exports by name, not: ${code.slice(-80)}`);
  const pairs = names.split(",").map((one) => one.split(" as ").reverse().join(":"));
  return `(()=>{${code.slice(0, -whole.length)}return{${pairs.join(",")}}})()`;
}

/** The same values in fewer letters. */
const shorter = { "Number.POSITIVE_INFINITY": "Infinity", "Number.NaN": "NaN" };

/**
 * What only our own objects are asked for, one letter each: both scripts of a page are built by the same list. Nothing
 * that a page, a manifest or a store can see is here, and nothing that is asked for by a text.
 */
const inside = [
  "decisionOf",
  "elementsOf",
  "enter",
  "fallBack",
  "happened",
  "hasFailed",
  "isResting",
  "isStopped",
  "mayAsk",
  "settle",
  "showComplete",
  "tellEnd",
  "truths",
  "unusable",
];
const letters = Object.fromEntries(inside.map((name, at) => [name, String.fromCharCode(97 + at)]));
const mangled = { mangleProps: new RegExp(`^(${inside.join("|")})$`), mangleCache: letters };

/** Minified twice: terser finds another twentieth that the bundler leaves, and visitors pay for every byte. */
async function minified(options) {
  const bundle = (more) =>
    build({ ...forBrowsers, ...mangled, define: shorter, ...options, ...more, write: false });
  const { metafile } = await bundle({ metafile: true, outfile: "part.js" });
  const plain = await bundle({ minify: false, sourcemap: "external", outdir: "dist/page" });
  const [content, script] = ["map", "js"].map(
    (ending) => plain.outputFiles.find(({ path }) => path.endsWith(`.${ending}`)).text,
  );
  const asked = inside.find((name) => script.includes(`"${name}"`));
  if (asked) throw new Error(`"${asked}" is asked for by a text: it cannot be one letter.`);
  const { code, map } = await minify(script, {
    sourceMap: { content, includeSources: true },
    ecma: 2020,
    module: options.format === "esm",
    toplevel: true,
    compress: {
      passes: 8,
      // `new RegExp(x)` without new, templates of one text as sums: nothing here is so contrived as to mind.
      unsafe: true,
      inline: 1,
      comparisons: false,
      lhs_constants: false,
      unsafe_arrows: true,
      pure_getters: true,
    },
    format: { comments: false },
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const sizes = Object.fromEntries(
    Object.entries(inputs).map(([source, { bytesInOutput }]) => [source, bytesInOutput]),
  );
  return { code, map, sizes };
}

async function writeText(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
