import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build, type Plugin, transform } from "esbuild";
import { compile, compileModule } from "svelte/compiler";

export const FRAMEWORKS = ["react", "vue", "svelte"] as const;
/** Every app: one of each framework, and one that React hydrates part by part. */
export const APPS = [...FRAMEWORKS, "react-parts"] as const;
export type AppName = (typeof APPS)[number];
export type Mode = "development" | "production";

/** One app: what the server renders of it, and the script that takes it over. */
export type BuiltApp = { readonly html: string; readonly script: string };

const pathOf = (name: string) => fileURLToPath(new URL(`apps/${name}`, import.meta.url));

/** Builds an app for the server and for the browser, and renders it once. */
export async function buildApp(name: AppName, mode: Mode): Promise<BuiltApp> {
  const [server, client] = await Promise.all([
    bundle(`render-${name}.ts`, "node", mode),
    bundle(entryOf[name], "browser", mode),
  ]);
  const module = { exports: {} as { render: () => Promise<string> } };
  new Function("module", "exports", "require", server)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return { html: await module.exports.render(), script: client };
}

/** A script of `apps/` that belongs to no framework. */
export const buildScript = (name: string): Promise<string> => bundle(name, "browser", "production");

const entryOf: Readonly<Record<AppName, string>> = {
  react: "react.tsx",
  "react-parts": "react-parts.tsx",
  vue: "vue.ts",
  svelte: "svelte.ts",
};

async function bundle(entry: string, platform: "node" | "browser", mode: Mode): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [pathOf(entry)],
    bundle: true,
    write: false,
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
