import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { minify } from "terser";

const isQuiet = process.argv.includes("--quiet");
const say = (text) => isQuiet || console.log(text);

const forBrowsers = {
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome120", "firefox128", "safari17"],
  legalComments: "none",
  logLevel: "warning",
};
const forNode = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  logLevel: "warning",
};

const parts = { page, node, extension };
const named = process.argv.slice(2).filter((word) => word in parts);
const chosen = named.length > 0 ? named : Object.keys(parts);

for (const name of chosen) await parts[name]();
say(`Built ${chosen.join(", ")} into dist/.`);

/** What runs in a visitor's page: the boot part, the later part, and both as one ES module. */
async function page() {
  await rm("dist/page", { recursive: true, force: true });
  const parts = [await part("boot", "iife"), await part("later", "esm")];
  await build({
    ...forBrowsers,
    format: "esm",
    minify: false,
    entryPoints: { index: "sdk/page/index.ts" },
    outdir: "dist/page",
  });
  const meta = {
    inputs: Object.assign({}, ...parts.map(({ inputs }) => inputs)),
    outputs: Object.assign({}, ...parts.map(({ outputs }) => outputs)),
  };
  await writeFile("dist/page/meta.json", JSON.stringify(meta));
}

/** Minified twice: terser finds another twentieth that the bundler leaves, and visitors pay for every byte. */
async function part(name, format) {
  const options = {
    ...forBrowsers,
    format,
    entryPoints: { [name]: `sdk/page/${name}.ts` },
    outdir: "dist/page",
  };
  const { metafile } = await build({ ...options, metafile: true, write: false });
  const plain = await build({ ...options, minify: false, write: false });
  const { code } = await minify(plain.outputFiles[0].text, {
    ecma: 2020,
    module: format === "esm",
    toplevel: true,
    compress: {
      passes: 4,
      inline: 1,
      comparisons: false,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
    },
    format: { comments: false },
  });
  await mkdir("dist/page", { recursive: true });
  await writeFile(`dist/page/${name}.js`, code);
  return metafile;
}

/** The command line, the endpoint and the engine, for Node. */
async function node() {
  for (const folder of ["cli", "endpoint", "engine"])
    await rm(`dist/${folder}`, { recursive: true, force: true });
  await build({
    ...forNode,
    entryPoints: {
      "cli/forwhom": "sdk/cli/forwhom.ts",
      "endpoint/index": "sdk/endpoint/index.ts",
      "engine/index": "shared/index.ts",
    },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
  });
}

/** Two packages from the one manifest, each with only the keys that its browser knows. */
async function extension() {
  await rm("dist/extension", { recursive: true, force: true });
  const manifest = JSON.parse(await readFile("manifest.json", "utf8"));
  for (const browser of ["chrome", "firefox"]) {
    const folder = `dist/extension/${browser}`;
    const bundle = (entryPoints, { minify }) =>
      build({ ...forBrowsers, entryPoints, outdir: folder, minify });
    // Scripts that run in pages stay readable: whoever reviews the extension looks at these.
    await bundle(
      {
        background: "extension/background.ts",
        bridge: "extension/content/bridge.ts",
        observer: "extension/content/observer.ts",
        preview: "extension/content/preview.ts",
      },
      { minify: false },
    );
    await bundle(["extension/panel/panel.tsx", "extension/panel/panel.css"], { minify: true });
    await cp("extension/panel/panel.html", `${folder}/panel.html`);
    await cp("extension/icons", `${folder}/icons`, { recursive: true });
    await writeFile(
      `${folder}/manifest.json`,
      `${JSON.stringify(manifestFor(browser, manifest), null, 2)}\n`,
    );
  }
}

function manifestFor(browser, manifest) {
  const {
    background,
    side_panel,
    sidebar_action,
    browser_specific_settings,
    minimum_chrome_version,
    ...shared
  } = manifest;
  if (browser === "chrome")
    return {
      ...shared,
      minimum_chrome_version,
      background: { service_worker: background.service_worker },
      side_panel,
    };
  return {
    ...shared,
    permissions: shared.permissions.filter((permission) => permission !== "sidePanel"),
    background: { scripts: background.scripts },
    sidebar_action,
    browser_specific_settings,
  };
}
