import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build, type Plugin, transform } from "esbuild";
import { compile, compileModule } from "svelte/compiler";

export const FRAMEWORKS = ["react", "vue", "svelte"] as const;

/** Every app: one of each framework, one that React hydrates part by part, and those with an island. */
const SCRIPTS = {
  react: "react/whole.tsx",
  "react-parts": "react/parts.tsx",
  "react-island": "react/island.tsx",
  vue: "vue/whole.ts",
  "vue-island": "vue/island.ts",
  svelte: "svelte/whole.ts",
} as const;
export type AppName = keyof typeof SCRIPTS;
export type Mode = "development" | "production";

/** One app: what the server renders of it, and the script that takes it over. */
export type BuiltApp = { readonly html: string; readonly script: string };

const pathOf = (name: string) => fileURLToPath(new URL(`apps/${name}`, import.meta.url));

/** Builds an app for the server and for the browser, and renders it once. */
export async function buildApp(name: AppName, mode: Mode): Promise<BuiltApp> {
  const [server, client] = await Promise.all([
    bundle(`${name.split("-")[0]}/render.ts`, "node", mode),
    bundle(SCRIPTS[name], "browser", mode),
  ]);
  const module = { exports: {} as { render: Record<string, () => Promise<string>> } };
  new Function("module", "exports", "require", server)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  const html = await module.exports.render[name]?.();
  if (html === undefined) throw new Error(`Nothing renders ${name}`);
  return { html, script: client };
}

export const isApp = (name: string): name is AppName => Object.hasOwn(SCRIPTS, name);

/** A script of `apps/` that belongs to no framework. */
export const buildScript = (name: string): Promise<string> => bundle(name, "browser", "production");

async function bundle(entry: string, platform: "node" | "browser", mode: Mode): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [pathOf(entry)],
    bundle: true,
    write: false,
    minify: mode === "production",
    platform,
    format: platform === "node" ? "cjs" : "iife",
    target: "es2022",
    mainFields: ["module", "main"],
    conditions: ["module", mode, ...(platform === "browser" ? ["browser"] : ["node"])],
    define: {
      "process.env.NODE_ENV": JSON.stringify(mode),
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
    plugins: [svelte(platform, mode === "development")],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** Components, and modules with runes. */
function svelte(platform: "node" | "browser", dev: boolean): Plugin {
  const generate = platform === "node" ? "server" : "client";
  return {
    name: "svelte",
    setup({ onLoad }) {
      onLoad({ filter: /\.svelte$/ }, async ({ path: filename }) => ({
        contents: compile(await readFile(filename, "utf8"), { filename, generate, dev }).js.code,
      }));
      onLoad({ filter: /\.svelte\.ts$/ }, async ({ path: filename }) => {
        const { code } = await transform(await readFile(filename, "utf8"), {
          loader: "ts",
          target: "es2022",
        });
        return { contents: compileModule(code, { filename, generate, dev }).js.code };
      });
    },
  };
}
