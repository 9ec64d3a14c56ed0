import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { forwhom } from "../cli/commands.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const examples = join(root, "examples");

type Manifest = {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The scripts that a README tells its reader to run with npm. */
const scriptsToldIn = (readme: string) => {
  const blocks = [...readme.matchAll(/```sh\n(.*?)```/gs)].map(([, code]) => code);
  const commands = [...blocks, ...[...readme.matchAll(/`(npm [^`]+)`/g)].map(([, code]) => code)].join("\n");
  return [...commands.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
    ([, run, name]) => run ?? name ?? "",
  );
};

const own = manifestIn(root);

it("the README's commands name scripts that there are", () => {
  const told = scriptsToldIn(readFileSync(join(root, "README.md"), "utf8"));
  expect(told).toEqual(expect.arrayContaining(["start", "test"]));
  expect(told.filter((name) => !own.scripts[name])).toEqual([]);
});

describe.each(readdirSync(examples))("the example %s", (name) => {
  const folder = join(examples, name);
  const library = join(folder, "library.json");
  const { scripts, dependencies } = manifestIn(folder);
  const readme = readFileSync(join(folder, "README.md"), "utf8");

  it("has a library in order, whose tests pass", async () => {
    expect(await forwhom(["check", library])).toMatchObject({ code: 0, err: "" });
    expect(await forwhom(["test", library])).toMatchObject({ code: 0 });
  });

  it("has a README whose commands and files are there", () => {
    const told = scriptsToldIn(readme);
    expect(told).toEqual(expect.arrayContaining(["check", "start"]));
    expect(told.filter((script) => !scripts[script])).toEqual([]);
    const linked = [...readme.matchAll(/\]\(([^):]+)\)/g)].map(([, path]) => path ?? "");
    expect(linked.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  });

  it("uses the package of this version, as npm pack names it, and the React that is tested", () => {
    expect(dependencies.forwhom).toBe(`file:../../forwhom-${own.version}.tgz`);
    for (const react of ["react", "react-dom"])
      expect([undefined, own.devDependencies[react]]).toContain(dependencies[react]);
  });

  it("has what its scripts start", () => {
    const files = Object.values(scripts).flatMap((script) =>
      [...script.matchAll(/node (\S+)/g)].map(([, file]) => file ?? ""),
    );
    expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  });
});
