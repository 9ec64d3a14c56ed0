import { spawnSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";

const target = "dist/types";

/** Declarations of what the entries say, and of nothing that only the inside knows. */
export async function types() {
  await rm(target, { recursive: true, force: true });
  const emitted = join(target, "emitted");
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const told = ["-p", "tsconfig.types.json", "--outDir", emitted];
  const { status } = spawnSync(process.execPath, [tsc, ...told], { stdio: "inherit" });
  if (status !== 0) throw new Error("The declarations could not be made: see above.");
  const { files } = JSON.parse(await readFile("tsconfig.types.json", "utf8"));
  const reached = new Set(files);
  for (const file of reached) {
    const name = file.replace(/\.ts$/, ".d.ts");
    const text = await readFile(join(emitted, name), "utf8");
    // tsc leaves the endings of the sources, which are not in the package.
    const declared = text.replace(/(["'])(\.{1,2}\/[^"']+)\.ts\1/g, (_, quote, path) => {
      reached.add(posix.join(posix.dirname(file), `${path}.ts`));
      return `${quote}${path}.js${quote}`;
    });
    await mkdir(dirname(join(target, name)), { recursive: true });
    await writeFile(join(target, name), declared);
  }
  await rm(emitted, { recursive: true });
}
