import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const sourcesIn = (room: string) =>
  readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(room, path));

it("imports zod so that a bundler leaves out what is not used: its forty languages are two thirds of it", () => {
  const sources = [...sourcesIn("shared"), ...sourcesIn("extension")];
  expect(sources.length).toBeGreaterThan(100);
  const whole = sources.filter((path) =>
    /^import (?!type\b|\* as z\b).*\bfrom "zod"/m.test(readFileSync(join(root, path), "utf8")),
  );
  expect(whole).toEqual([]);
});
