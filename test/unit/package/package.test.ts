import { execFile } from "node:child_process";
import { cp, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData, type Problem } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bindingBudgets, bindingSize } from "../../bench/binding-size.ts";
import { type Packed, pack } from "./pack.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));
const tsc = join(root, "node_modules/typescript/bin/tsc");

it.each(["react", "element"] as const)("forwhom/%s stays tiny", async (name) => {
  expect(await bindingSize(name)).toBeLessThan(bindingBudgets[name]);
});

describe("the package that npm pack makes", () => {
  let packed: Packed;
  beforeAll(async () => {
    packed = await pack();
  }, 120_000);
  afterAll(() => packed?.remove());

  const paths = () => [...packed.files.keys()];
  const text = (path: string) => packed.files.get(path) ?? "";

  it("holds what was built, and no sources, tests, pictures or extension", () => {
    const outside = paths().filter(
      (path) => !/^dist\/(page|react|element|engine|endpoint|cli|types)\//.test(path),
    );
    expect(outside.sort()).toEqual(["LICENSE", "README.md", "package.json"]);
    expect(paths().filter((path) => /\.test\.|(?<!\.d)\.tsx?$|meta\.json/.test(path))).toEqual([]);
    expect(paths()).toEqual(expect.arrayContaining(["dist/page/boot.js", "dist/page/later.js"]));
  });

  it("lets a server component of React place a slot", () => {
    expect(text("dist/react/index.js")).toMatch(/^"use client";/);
  });

  it("is no larger than it needs to be", () => {
    expect(packed.tarball.length).toBeLessThan(900_000);
  });

  it("names no folder of the machine that built it", () => {
    const machine = [
      root,
      packed.consumer,
      homedir(),
      tmpdir(),
      fileURLToPath(new URL(".", import.meta.url)),
    ];
    const naming = paths().filter((path) =>
      machine.some((folder) => text(path).includes(folder.replace(/\/$/, ""))),
    );
    expect(naming).toEqual([]);
  });

  it("has a source map with relative sources beside every script of a site, a page and Node", () => {
    const scripts = paths().filter((path) => /\.m?js$/.test(path));
    expect(scripts.length).toBeGreaterThan(6);
    for (const script of scripts) {
      const map = JSON.parse(text(`${script}.map`) || "{}") as {
        sources?: string[];
        sourcesContent?: string[];
      };
      expect([script, map.sources?.length ?? 0]).toEqual([script, map.sourcesContent?.length ?? -1]);
      for (const source of map.sources ?? [])
        expect(source).toMatch(/^(\.\.\/)+(sdk|shared|node_modules|build)\/|^<stdin>/);
    }
  });

  it("declares nothing by the name of a source, which older compilers do not look for", () => {
    const declarations = paths().filter((path) => path.endsWith(".d.ts"));
    expect(declarations.length).toBeGreaterThan(20);
    expect(declarations.filter((path) => /["']\.{1,2}\/[^"']+\.ts["']/.test(text(path)))).toEqual([]);
  });

  it("is in order for publint", async () => {
    const tarball = packed.tarball.buffer.slice(
      packed.tarball.byteOffset,
      packed.tarball.byteOffset + packed.tarball.length,
    ) as ArrayBuffer;
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it("gives every entry its types, wherever it is imported from", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(packed.tarball));
    if (!analysis.types) throw new Error("attw finds no types at all.");
    expect(analysis.problems.filter((problem) => !isMeant(problem))).toEqual([]);
    expect(Object.keys(analysis.entrypoints).sort()).toEqual(
      [".", "./element", "./endpoint", "./engine", "./package.json", "./react"].sort(),
    );
  });

  /**
   * The package is ES modules only: Node since 20.19 lets CommonJS require them, and older resolution
   * that knows no `exports` cannot find the entries beside the first.
   */
  const isMeant = (problem: Problem) =>
    problem.kind === "CJSResolvesToESM" ||
    (problem.kind === "NoResolution" && problem.resolutionKind === "node10");

  describe("for somebody who installs it", () => {
    const entries = `
      import { start, type Forwhom } from "forwhom";
      import { Slot, useDecision } from "forwhom/react";
      import { ForwhomSlot } from "forwhom/element";`;
    const onServers = `
      import { decide, type Library, publish } from "forwhom/engine";
      import { endpoint, fileSource } from "forwhom/endpoint";`;
    const use = `
      const page: Forwhom | undefined = start({}, { country: "DE" });
      page?.on("decision", () => {});
      export const Hero = () => Slot({ id: "hero", variations: { "hero-cfo": "Cash" }, children: "All" });
      export function useHero(): "hero-cfo" | undefined { return useDecision("hero", ["hero-cfo"]).variation; }
      export const slot: ForwhomSlot = document.createElement("forwhom-slot");
      // @ts-expect-error: a slot has an id.
      Slot({ variations: {} });
      // @ts-expect-error: this variation was not named.
      useDecision("hero", ["hero-cfo"]).variation === "hero-it";`;
    const useOnServers = `
      export const manifestOf = (library: Library) => publish(library).manifest;
      export const outcome: "default" | "variation" | "neutral" =
        decide({ segments: {}, suppressions: {}, offers: {}, slots: {}, measurement: {} } as never, "hero", {} as never).outcome;
      export const fetch = async () => endpoint({ rules: {} as never, source: await fileSource("c.ndjson", () => {}), secret: "s" }).fetch;`;

    // A machine that is busy elsewhere takes its time over all declarations of all dependencies.
    it.each(["node16", "bundler"])(
      "type-checks strictly with %s resolution",
      { timeout: 240_000 },
      async (resolution) => {
        const check = (name: string, code: string, types: string) =>
          writeFile(join(packed.consumer, name), code).then(() =>
            run(
              process.execPath,
              [
                ...[
                  tsc,
                  "--noEmit",
                  "--strict",
                  "--exactOptionalPropertyTypes",
                  "--target",
                  "es2023",
                  "--types",
                  types,
                ],
                ...["--lib", "es2023,dom,dom.iterable", "--moduleResolution", resolution],
                ...[
                  "--module",
                  resolution === "bundler" ? "esnext" : resolution,
                  join(packed.consumer, name),
                ],
              ],
              { cwd: packed.consumer },
            ).catch(({ stdout }: { stdout: string }) => {
              throw new Error(stdout);
            }),
          );
        await writeFile(join(packed.consumer, "package.json"), '{ "type": "module" }');
        await check("page.ts", entries + use, "react");
        await check("all.ts", entries + onServers + use + useOnServers, "react,node");
      },
    );

    it("runs in Node: both entries of a server, those of a page without failing, and the command", async () => {
      const code = `
        const entries = ["", "/engine", "/endpoint", "/react", "/element"];
        for (const entry of entries) console.log(entry, Object.keys(await import("forwhom" + entry)).join());`;
      await writeFile(join(packed.consumer, "entries.mjs"), code);
      const { stdout } = await run(process.execPath, ["entries.mjs"], { cwd: packed.consumer });
      expect(stdout).toMatch(
        /^ start\n\/engine .*\bdecide\b.*\n\/endpoint .*\bendpoint\b.*\n\/react Slot,useDecision\n/,
      );

      await cp(join(root, "test/site/library.json"), join(packed.consumer, "library.json"));
      const command = join(packed.consumer, "node_modules/forwhom/dist/cli/forwhom.mjs");
      const forwhom = (...args: string[]) =>
        run(process.execPath, [command, ...args], { cwd: packed.consumer });
      expect((await forwhom("check", "library.json")).stdout).toMatch(/^library\.json is in order/);
      expect((await forwhom("publish", "library.json", "--out", "public")).stdout).toMatch(
        /integrity="sha384-/,
      );
    });
  });
});
