import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach } from "vitest";
import type { Io } from "../../../sdk/cli/io.ts";
import { run } from "../../../sdk/cli/run.ts";

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** A folder of its own for one test, with these files in it. */
export async function folderWith(files: Readonly<Record<string, string | object>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "forwhom-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  return folder;
}

/** Runs `forwhom` as a person would, and keeps what it printed. */
export async function forwhom(args: readonly string[], changed: Partial<Io> = {}) {
  const printed = { out: "", err: "" };
  const code = await run(args, {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    now: () => Date.parse("2026-11-24T09:00:00Z"),
    env: {},
    pageFolder: pathToFileURL("/nowhere/"),
    signal: AbortSignal.abort(),
    ...changed,
  });
  return { code, ...printed };
}
