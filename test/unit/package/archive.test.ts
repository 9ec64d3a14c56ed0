import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, it, vi } from "vitest";
import { archiveOf, archiveOfSource } from "../../../build/package.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const FILES: readonly (readonly [path: string, text: string])[] = [
  ["manifest.json", "{}"],
  ["icons/16.png", "sixteen"],
  ["panel.js", "panel()"],
];

async function folderOf(files: typeof FILES, at: Date): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "forwhom-archive-"));
  folders.push(folder);
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    await utimes(file, at, at);
  }
  return folder;
}

it("makes the same archive of the same files, whenever and in whatever order they were written", async () => {
  const one = await archiveOf(await folderOf(FILES, new Date("2026-11-28T00:00:00Z")));
  vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ["Date"] });
  const other = await archiveOf(await folderOf([...FILES].reverse(), new Date("2020-02-29T12:34:56Z")));
  vi.useRealTimers();
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  const read = Object.entries(unzipSync(one)).map(([path, bytes]) => [path, strFromU8(bytes)]);
  expect(read).toEqual([...FILES].sort());
});

it("makes another archive where one letter differs", async () => {
  const at = new Date("2026-11-28T00:00:00Z");
  const one = await archiveOf(await folderOf(FILES, at));
  const other = await archiveOf(await folderOf([...FILES.slice(0, -1), ["panel.js", "Panel()"]], at));
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
});

// Who builds from that archive has no repository.
it.skipIf(!existsSync(join(root, ".git")))(
  "has in the source everything that the build reads, and nothing that is made",
  async () => {
    const paths = Object.keys(unzipSync(await archiveOfSource(root)));
    expect(paths).toEqual(
      expect.arrayContaining([
        "package.json",
        "package-lock.json",
        "build.mjs",
        "manifest.json",
        "README.md",
      ]),
    );
    expect(paths.some((path) => path.startsWith("extension/panel/"))).toBe(true);
    expect(paths.filter((path) => /^(node_modules|dist)\//.test(path))).toEqual([]);
  },
);
