import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { AUTHORITIES } from "../../../shared/library/vocabulary.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

type Row = {
  readonly source: string;
  readonly first: string;
  readonly tested: string;
  readonly code: string;
};

const rows = read("docs/consent-managers.md")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter((cells) => cells.length === 9 && /^`[\w-]+`$/.test(cells[1] ?? "") && cells[1] !== "`source`")
  .map(([, source = "", , first = "", , , tested = "", code = ""]): Row => {
    const bare = (cell: string) => cell.replaceAll("`", "");
    return { source: bare(source), first, tested, code: bare(code) };
  });

const isComing = ({ tested }: Row) => tested.endsWith("(coming)");
const there = rows.filter((row) => !isComing(row));

describe("the table of consent managers", () => {
  it("has a row for every one that a library can name, and marks every other as coming", () => {
    expect(there.map(({ source }) => source).sort()).toEqual([...AUTHORITIES].sort());
    expect(new Set(rows.map(({ source }) => source)).size).toBe(rows.length);
  });

  it("names the adapter of each", () => {
    expect(there.filter(({ code }) => !existsSync(join(root, code))).map(({ source }) => source)).toEqual([]);
  });

  it("names no cookie that the adapter does not read", () => {
    for (const { source, first, code } of there) {
      const cookies = /^cookies? /.test(first)
        ? [...first.matchAll(/`([\w-]+)…?`/g)].map(([, name = ""]) => name)
        : [];
      const adapter = read(code) + read(code.replace("sdk/page/", "shared/"));
      expect([source, cookies.filter((cookie) => !adapter.includes(cookie))]).toEqual([source, []]);
    }
  });

  it("says of the real thing what is installed, and of everything else that it is documentation", () => {
    const { devDependencies } = JSON.parse(read("package.json")) as {
      devDependencies: Record<string, string>;
    };
    for (const { source, tested } of there) {
      const [, name = "", version] = /^the real thing: `([^`]+)` (\S+)$/.exec(tested) ?? [];
      const isRight = version === undefined ? tested === "documentation" : devDependencies[name] === version;
      expect([source, isRight]).toEqual([source, true]);
    }
  });
});
