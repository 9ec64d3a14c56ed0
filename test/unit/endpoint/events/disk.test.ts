import { type FileHandle, open, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fileEvents } from "../../../../sdk/endpoint/events/file.ts";
import { site } from "../app.ts";
import { exposureNumbered, freshFolder, idsIn, removeFolders } from "./folder.ts";

const NOW = Date.parse("2026-11-27T18:30:00Z");
const FILE = "2026-11-27T18.ndjson";
const events = [1, 2, 3].map(exposureNumbered);
const ids = events.map(({ id }) => id);

afterEach(async () => {
  vi.restoreAllMocks();
  await removeFolders();
});

async function served(folder: string, now = () => NOW) {
  const { app } = site({}, { events: await fileEvents(folder, { now }) });
  const send = async (some: readonly object[]) =>
    (await app.request("/forwhom/events", { method: "POST", body: JSON.stringify({ events: some }) })).status;
  return { send };
}

/** What every open file has in common, so that a test can make the disk fail. */
async function handles(folder: string): Promise<FileHandle> {
  const file = await open(folder);
  await file.close();
  return Object.getPrototypeOf(file);
}

const noSpace = () => Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });

/** One write takes all but the last bytes, and then there is no space left. */
async function fillDuringNextWrite(folder: string) {
  const prototype = await handles(folder);
  const append = prototype.appendFile;
  return vi.spyOn(prototype, "appendFile").mockImplementationOnce(async function (this: FileHandle, data) {
    await append.call(this, (data as Buffer).subarray(0, -10));
    throw noSpace();
  });
}

describe("a disk that fails", () => {
  it.skipIf(process.platform !== "linux")("is answered by 503 when it is really full", async () => {
    const folder = await freshFolder();
    const { send } = await served(folder);
    await symlink("/dev/full", join(folder, FILE));
    expect(await send(events)).toBe(503);
    expect(await send(events)).toBe(503);
    await rm(join(folder, FILE));
    const { send: again } = await served(folder);
    expect(await again(events)).toBe(200);
    expect(await idsIn(folder)).toEqual(ids);
  });

  it("in the middle of a batch keeps none of it, and all of it when it is sent again", async () => {
    const folder = await freshFolder();
    const { send } = await served(folder);
    expect(await send(events.slice(0, 1))).toBe(200);
    await fillDuringNextWrite(folder);
    expect(await send(events)).toBe(503);
    expect(await send(events)).toBe(200);
    const text = await readFile(join(folder, FILE), "utf8");
    expect(text).toBe(events.map((event) => `${JSON.stringify(event)}\n`).join(""));
  });

  it("when it should make sure is not believed: it is written anew", async () => {
    const folder = await freshFolder();
    const { send } = await served(folder);
    expect(await send(events.slice(0, 1))).toBe(200);
    vi.spyOn(await handles(folder), "sync").mockRejectedValueOnce(noSpace());
    expect(await send(events)).toBe(503);
    const append = vi.spyOn(await handles(folder), "appendFile");
    expect(await send(events)).toBe(200);
    expect(append).toHaveBeenCalledTimes(1);
    expect(await idsIn(folder)).toEqual(ids);
  });

  it("at the end of an hour leaves nothing there that the next hour gets again", async () => {
    const folder = await freshFolder();
    let now = NOW;
    const { send } = await served(folder, () => now);
    expect(await send(events.slice(0, 1))).toBe(200);
    await fillDuringNextWrite(folder);
    expect(await send(events)).toBe(503);
    now += 3_600_000;
    expect(await send(events)).toBe(200);
    expect(await idsIn(folder)).toEqual(ids);
  });

  it("costs only those batches that were on their way to it", async () => {
    const folder = await freshFolder();
    const { send } = await served(folder);
    await fillDuringNextWrite(folder);
    const statuses = await Promise.all(events.map((event) => send([event])));
    expect(statuses).toContain(503);
    for (const [at, event] of events.entries())
      if (statuses[at] === 503) expect(await send([event])).toBe(200);
    expect((await idsIn(folder)).toSorted()).toEqual(ids);
  });
});
