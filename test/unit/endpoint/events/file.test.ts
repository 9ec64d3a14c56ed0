import { appendFile, type FileHandle, mkdir, open, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fileEvents } from "../../../../sdk/endpoint/events/file.ts";
import { exposureNumbered, freshFolder, idsIn, removeFolders } from "./folder.ts";

const NOW = Date.parse("2026-11-27T18:59:59.500Z");
const [one, two, three] = [1, 2, 3].map(exposureNumbered) as [
  ReturnType<typeof exposureNumbered>,
  ReturnType<typeof exposureNumbered>,
  ReturnType<typeof exposureNumbered>,
];

/** What every open file has in common, so that a test can make the disk fail. */
async function handles(folder: string): Promise<FileHandle> {
  const file = await open(folder);
  await file.close();
  return Object.getPrototypeOf(file);
}

afterEach(async () => {
  vi.restoreAllMocks();
  await removeFolders();
});

describe("events in a folder", () => {
  it("stand in a file of the hour in UTC in which they arrived, whatever they say themselves", async () => {
    const folder = join(await freshFolder(), "not", "there", "yet");
    let now = NOW;
    const store = await fileEvents(folder, { now: () => now });
    await store.add([one]);
    now += 1_000;
    await store.add([two]);
    await store.add([three]);
    expect((await readdir(folder)).sort()).toEqual(["2026-11-27T18.ndjson", "2026-11-27T19.ndjson"]);
    const text = await readFile(join(folder, "2026-11-27T19.ndjson"), "utf8");
    expect(text).toBe(`${JSON.stringify(two)}\n${JSON.stringify(three)}\n`);
  });

  it("are kept once over restarts, over hours, and over batches at the same moment", async () => {
    const folder = await freshFolder();
    const first = await fileEvents(folder, { now: () => NOW });
    await Promise.all([first.add([one]), first.add([one, two]), first.add([two, two])]);
    const later = await fileEvents(folder, { now: () => NOW + 3_600_000 });
    await later.add([one, two, three]);
    expect(await idsIn(folder)).toEqual([one.id, two.id, three.id]);
  });

  it("are known for so many days, and those of files beyond are not read", async () => {
    const folder = await freshFolder();
    await (await fileEvents(folder, { now: () => NOW })).add([one]);
    const at = (days: number) => fileEvents(folder, { days: 2, now: () => NOW + days * 86_400_000 });
    await (await at(2)).add([one]);
    expect(await idsIn(folder)).toEqual([one.id]);
    await (await at(3)).add([one]);
    expect(await idsIn(folder)).toEqual([one.id, one.id]);
  });

  it("survive half a line that a crash left behind, which is lost to nobody: it was not answered", async () => {
    const folder = await freshFolder();
    await (await fileEvents(folder, { now: () => NOW })).add([one]);
    await appendFile(join(folder, "2026-11-27T18.ndjson"), JSON.stringify(two).slice(0, -1));
    await (await fileEvents(folder, { now: () => NOW })).add([two, three]);
    expect(await idsIn(folder)).toEqual([one.id, two.id, three.id]);
  });

  it("leave other files in the folder alone", async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, "notes.txt"), JSON.stringify(one));
    await mkdir(join(folder, "archive"));
    await (await fileEvents(folder, { now: () => NOW })).add([one]);
    expect((await readdir(folder)).sort()).toEqual(["2026-11-27T18.ndjson", "archive", "notes.txt"]);
  });

  it("count as kept only once they are on the disk", async () => {
    const folder = await freshFolder();
    const prototype = await handles(folder);
    const store = await fileEvents(folder, { now: () => NOW });
    await store.add([one]);
    let reached = () => {};
    let finish = () => {};
    const isReached = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const sync = prototype.sync;
    vi.spyOn(prototype, "sync").mockImplementation(async function (this: FileHandle) {
      reached();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return sync.call(this);
    });
    let isKept = false;
    const added = store.add([two]).then(() => {
      isKept = true;
    });
    // It is written, and still not answered.
    await isReached;
    expect(await idsIn(folder)).toEqual([one.id, two.id]);
    expect(isKept).toBe(false);
    finish();
    await added;
    expect(isKept).toBe(true);
  });

  it("go to the disk together where they came while it was busy", async () => {
    const folder = await freshFolder();
    const store = await fileEvents(folder, { now: () => NOW });
    await store.add([one]);
    const sync = vi.spyOn(await handles(folder), "sync");
    await Promise.all(Array.from({ length: 100 }, (_, at) => store.add([exposureNumbered(at + 10)])));
    expect(sync.mock.calls.length).toBeLessThanOrEqual(2);
    expect(await idsIn(folder)).toHaveLength(101);
  });
});
