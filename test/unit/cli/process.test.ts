import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { tinyLibrary } from "../library/tiny.ts";
import { folderWith } from "./commands.ts";

const entry = fileURLToPath(new URL("../../../sdk/cli/forwhom.ts", import.meta.url));

const forwhom = (...args: string[]) =>
  new Promise<{ code: unknown; out: string; err: string }>((done) => {
    execFile(process.execPath, ["--import", "tsx", entry, ...args], (error, out, err) =>
      done({ code: error?.code ?? 0, out, err }),
    );
  });

it("ends the real process with 0 for a library in order, and with 1 for one with a mistake", async () => {
  const folder = await folderWith({
    "good.json": tinyLibrary(),
    "bad.json": { ...tinyLibrary(), forwhom: 2 },
  });
  expect(await forwhom("check", join(folder, "good.json"))).toMatchObject({ code: 0, err: "" });
  const bad = await forwhom("check", join(folder, "bad.json"));
  expect(bad).toMatchObject({ code: 1, out: "" });
  expect(bad.err).toMatch(/^forwhom: 2 is not 1\./);
}, 30_000);
