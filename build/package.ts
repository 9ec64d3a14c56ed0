import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { zipSync } from "fflate";

/** The same files give the same archive, byte by byte, on every machine: no archive tells when it was made. */
const MADE = new Date(1980, 0, 1);

/** Everything in a folder as one archive. */
export async function archiveOf(folder: string): Promise<Uint8Array> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
  return archive(paths, folder);
}

/** What the repository holds: whoever reviews the extension builds it from this. */
export function archiveOfSource(root: string): Promise<Uint8Array> {
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  return archive(listed.split("\0").filter(Boolean).sort(), root);
}

async function archive(paths: readonly string[], folder: string): Promise<Uint8Array> {
  const entries = await Promise.all(
    paths.map(async (path) => [path.split(sep).join("/"), await readFile(join(folder, path))]),
  );
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: MADE, os: 3, attrs: 0o644 << 16 });
}

async function main(): Promise<void> {
  const { version } = JSON.parse(await readFile("manifest.json", "utf8"));
  const into = "dist/packages";
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  const archives = {
    chrome: await archiveOf("dist/extension/chrome"),
    firefox: await archiveOf("dist/extension/firefox"),
    // Whoever builds from that archive has no repository to make it of.
    ...(existsSync(".git") && { source: await archiveOfSource(".") }),
  };
  for (const [name, bytes] of Object.entries(archives)) {
    const path = `${into}/forwhom-${name}-${version}.zip`;
    await writeFile(path, bytes);
    const kilobytes = Math.ceil(bytes.length / 1000).toLocaleString("en");
    console.log(`${path}  ${kilobytes} kB  sha256 ${createHash("sha256").update(bytes).digest("hex")}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
