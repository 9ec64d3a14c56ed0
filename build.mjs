import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { bindings } from "./build/bindings.mjs";
import { forBrowsers } from "./build/browsers.mjs";
import { page } from "./build/page.mjs";
import { types } from "./build/types.mjs";

const isQuiet = process.argv.includes("--quiet");
const say = (text) => isQuiet || console.log(text);

const forNode = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
};

const parts = { page, node, bindings, types, extension };
const named = process.argv.slice(2).filter((word) => word in parts);
const chosen = named.length > 0 ? named : Object.keys(parts);

for (const name of chosen) await parts[name]();
say(`Built ${chosen.join(", ")} into dist/.`);

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
        point: "extension/content/point/point.ts",
        preview: "extension/content/preview.ts",
        write: "extension/content/write/write.ts",
        // The one part of the page script that pages without Forwhom are given.
        injected: "sdk/page/script/injected.ts",
      },
      { minify: false },
    );
    await bundle(["extension/panel/panel.tsx", "extension/panel/panel.css"], { minify: true });
    await cp("extension/panel/panel.html", `${folder}/panel.html`);
    for (const part of ["icons", "_locales"])
      await cp(`extension/${part}`, `${folder}/${part}`, { recursive: true });
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
