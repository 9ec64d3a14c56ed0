import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

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
  const { metafile } = await build({
    ...forBrowsers,
    entryPoints: { boot: "sdk/page/boot.ts" },
    outdir: "dist/page",
    metafile: true,
  });
  const later = await build({
    ...forBrowsers,
    format: "esm",
    entryPoints: { later: "sdk/page/later.ts" },
    outdir: "dist/page",
    metafile: true,
  });
  await build({
    ...forBrowsers,
    format: "esm",
    minify: false,
    entryPoints: { index: "sdk/page/index.ts" },
    outdir: "dist/page",
  });
  const meta = {
    inputs: { ...metafile.inputs, ...later.metafile.inputs },
    outputs: { ...metafile.outputs, ...later.metafile.outputs },
  };
  await writeFile("dist/page/meta.json", JSON.stringify(meta));
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
  const bundle = (entryPoints, outdir) =>
    build({
      ...forBrowsers,
      entryPoints,
      outdir,
      minify: false,
      jsx: "automatic",
      jsxImportSource: "preact",
    });
  const manifest = JSON.parse(await readFile("manifest.json", "utf8"));
  for (const browser of ["chrome", "firefox"]) {
    const folder = `dist/extension/${browser}`;
    await mkdir(folder, { recursive: true });
    await bundle(
      {
        background: "extension/background.ts",
        bridge: "extension/content/bridge.ts",
        observer: "extension/content/observer.ts",
        preview: "extension/content/preview.ts",
        panel: "extension/panel/panel.tsx",
      },
      folder,
    );
    for (const file of ["panel.html", "panel.css"]) await cp(`extension/panel/${file}`, `${folder}/${file}`);
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
