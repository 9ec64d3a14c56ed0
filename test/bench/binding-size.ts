import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

/** What a binding may come to in a site's own bundle, React apart, in brotli bytes. */
export const bindingBudgets = { react: 1_000, element: 300 } as const;

/** What a binding adds to a site's own bundle: minified, without React, in brotli bytes. */
export async function bindingSize(name: keyof typeof bindingBudgets): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [`sdk/${name}/index.ts`],
    bundle: true,
    minify: true,
    format: "esm",
    external: ["react"],
    write: false,
  });
  return brotliCompressSync(outputFiles[0]?.contents ?? new Uint8Array()).length;
}

export async function printBindingSizes(): Promise<void> {
  for (const name of ["react", "element"] as const)
    console.log(
      `forwhom/${name}: ${await bindingSize(name)} of ${bindingBudgets[name].toLocaleString("en")} bytes in brotli`,
    );
}
