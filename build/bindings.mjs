import { rm } from "node:fs/promises";
import { build } from "esbuild";
import { forBrowsers } from "./browsers.mjs";

/** What a site's own bundler takes in: readable, since that bundler minifies. */
export async function bindings() {
  // The directive lets a server component of React place a slot: its bundler then ships this to the browser.
  await binding("react", { external: ["react"], banner: { js: '"use client";' } });
  await binding("element");
}

async function binding(name, more) {
  await rm(`dist/${name}`, { recursive: true, force: true });
  await build({
    ...forBrowsers,
    minify: false,
    sourcemap: true,
    format: "esm",
    entryPoints: [`sdk/${name}/index.ts`],
    outdir: `dist/${name}`,
    ...more,
  });
}
