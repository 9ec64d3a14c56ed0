import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";

/** DESIGN §7: boot has 8 kB, and all later parts together 8 kB more. */
const budget = 8_000;
const notLater = new Set(["boot.js", "index.js"]);

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const folder = fileURLToPath(new URL("../../dist/page/", import.meta.url));
const laterFiles = readdirSync(folder).filter((name) => name.endsWith(".js") && !notLater.has(name));
const boot = brotliBytes(["boot.js"]);
const later = brotliBytes(laterFiles);

if (values.json) {
  console.log(JSON.stringify({ boot, later, budget }));
} else {
  const { outputs }: Metafile = JSON.parse(readFileSync(join(folder, "meta.json"), "utf8"));
  printPart("boot", boot, ["boot.js"], outputs);
  printPart("later parts together", later, laterFiles, outputs);
}
if (boot > budget || later > budget) process.exitCode = 1;

function brotliBytes(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0);
}

function printPart(
  title: string,
  bytes: number,
  names: readonly string[],
  outputs: Metafile["outputs"],
): void {
  const verdict = bytes > budget ? `OVER its budget by ${count(bytes - budget)}` : "within its budget";
  console.log(`${title}: ${count(bytes)} of ${count(budget)} bytes in brotli, ${verdict}`);
  const modules = new Map<string, number>();
  for (const [path, { inputs }] of Object.entries(outputs)) {
    if (!names.some((name) => path.endsWith(`dist/page/${name}`))) continue;
    for (const [source, { bytesInOutput }] of Object.entries(inputs)) {
      modules.set(source, (modules.get(source) ?? 0) + bytesInOutput);
    }
  }
  for (const [source, size] of [...modules].sort(([, a], [, b]) => b - a)) {
    if (size > 0) console.log(`${count(size).padStart(9)}  ${source}`);
  }
  console.log(`${"".padStart(9)}  (minified bytes of each module, before brotli)\n`);
}

function count(bytes: number): string {
  return bytes.toLocaleString("en");
}
