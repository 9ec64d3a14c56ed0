import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFile(new URL(path, root), "utf8");
const manifest = JSON.parse(await read("manifest.json"));

describe("what stores ask for", () => {
  it.each(["en", "de"])("has the name and the summary that the package has, in %s", async (language) => {
    const { name, description } = JSON.parse(await read(`extension/_locales/${language}/messages.json`));
    const listing = await read(`extension/store/${language}/listing.md`);
    expect(listing.split("\n")[0]).toBe(`# ${name.message}`);
    expect(listing.split("\n")).toContain(description.message);
    expect(description.message.length).toBeLessThanOrEqual(132);
  });

  it("says of every permission why it is there", async () => {
    const reasons = await read("extension/store/permissions.md");
    for (const permission of manifest.permissions) expect(reasons).toContain(`\`${permission}\``);
  });

  it.each(["en", "de"])("has five pictures of 1280 x 800 in %s", async (language) => {
    const folder = new URL(`extension/store/${language}/`, root);
    const pictures = (await readdir(folder)).filter((name) => name.endsWith(".png"));
    expect(pictures).toHaveLength(5);
    for (const name of pictures) {
      const bytes = await readFile(new URL(name, folder));
      // Where PNG says how wide and how high a picture is.
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1280, 800]);
    }
  });
});
