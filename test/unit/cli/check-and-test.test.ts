import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tinyLibrary } from "../library/tiny.ts";
import { folderWith, forwhom } from "./commands.ts";

const withCfo = (is: string) => {
  const library = tinyLibrary();
  const segment = library.segments["evaluating-cfo"];
  if (segment) segment.when = { all: [{ property: "persona", is }] };
  return library;
};

describe("forwhom check", () => {
  it("says that a library is in order, and what is in it", async () => {
    const folder = await folderWith({ "library.json": tinyLibrary() });
    const { code, out, err } = await forwhom(["check", join(folder, "library.json")]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/library\.json is in order: 3 segments, 1 suppression, 1 offer, 1 slot\.\n$/);
  });

  it("prints path, what was found, what was expected and the mend, and fails", async () => {
    const folder = await folderWith({ "library.json": withCfo("CFO") });
    const { code, out, err } = await forwhom(["check", join(folder, "library.json")]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(
      /^segments\.evaluating-cfo\.when\.all\[0\]\.is: "CFO" is not a value of property persona \(cfo, it-lead, analyst\)\. Did you mean "cfo"\?\n/,
    );
    expect(err).toMatch(/library\.json: 1 error\.\n$/);
  });

  it("warns without failing", async () => {
    const library = tinyLibrary();
    const segment = library.segments.large;
    if (segment) segment.review.last = "2025-01-01";
    const folder = await folderWith({ "library.json": library });
    const { code, out, err } = await forwhom(["check", join(folder, "library.json")]);
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: segments\.large\.review\.last: /);
    expect(out).toMatch(/is in order, 1 warning: /);
  });

  it.each([
    ["not JSON", "{", /library\.json: line 1, column 2: expected a key in double quotes/],
    ["not a library", "[]", /^The library: an empty list is not an object\./],
  ])("fails on a file that is %s", async (_, text, expected) => {
    const folder = await folderWith({ "library.json": text });
    const { code, err } = await forwhom(["check", join(folder, "library.json")]);
    expect(code).toBe(1);
    expect(err).toMatch(expected);
  });

  it("fails on a file that is not there", async () => {
    const { code, err } = await forwhom(["check", "nowhere.json"]);
    expect([code, err]).toEqual([1, "nowhere.json cannot be read: there is no such file.\n"]);
  });
});

describe("forwhom test", () => {
  it("runs the tests that stand in the segments, and says why each answer is what it is", async () => {
    const folder = await folderWith({ "library.json": tinyLibrary() });
    const { code, out } = await forwhom(["test", join(folder, "library.json")]);
    expect(code).toBe(0);
    expect(out).toMatch(/customer\n {2}pass {2}nobody: no\n {8}since there is no lifecycle stage\n/);
    expect(out).toMatch(/3 passed, 0 failed\.\n$/);
  });

  it("fails when one answer is another than expected", async () => {
    const library = tinyLibrary();
    library.segments.customer?.tests.push({
      name: "a lead",
      visitor: { properties: { lifecycleStage: "lead" } },
      expect: "yes",
    });
    const folder = await folderWith({ "library.json": library });
    const { code, out } = await forwhom(["test", join(folder, "library.json")]);
    expect(code).toBe(1);
    expect(out).toMatch(/FAIL {2}a lead: no, expected yes\n {8}since lifecycle stage is lead\n/);
    expect(out).toMatch(/3 passed, 1 failed\.\n$/);
  });

  it("lets a test close a consent gate: what lies behind it is in doubt", async () => {
    const library = tinyLibrary();
    library.segments.customer?.tests.push({
      name: "a customer who did not agree",
      visitor: { properties: { lifecycleStage: "customer" }, consent: { crm: "closed" } },
      expect: "unknown",
    });
    const folder = await folderWith({ "library.json": library });
    const { code, out } = await forwhom(["test", join(folder, "library.json")]);
    expect(code).toBe(0);
    expect(out).toMatch(/pass {2}a customer who did not agree: unknown\n {8}in doubt about /);
  });

  it("runs nothing of a library with mistakes", async () => {
    const folder = await folderWith({ "library.json": withCfo("CFO") });
    const { code, out } = await forwhom(["test", join(folder, "library.json")]);
    expect([code, out]).toEqual([1, ""]);
  });
});

describe("forwhom", () => {
  it.each([[[]], [["--help"]], [["help"]]])("lists its commands for %j", async (args) => {
    const { code, out } = await forwhom(args);
    expect(code).toBe(0);
    for (const name of ["init", "check", "test", "publish", "schema", "serve", "report"])
      expect(out).toContain(`forwhom ${name}`);
  });

  it("explains one command", async () => {
    const { code, out } = await forwhom(["serve", "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("--contacts FILE");
  });

  it.each([
    [["chek", "library.json"], 'There is no command "chek". Did you mean "check"?'],
    [["toString"], 'There is no command "toString". Try forwhom --help.'],
    [["check"], "Expected forwhom check LIBRARY."],
    [["check", "a", "b"], "Expected forwhom check LIBRARY."],
    [["check", "a", "--loud"], "Unknown option '--loud'"],
    [["publish", "library.json"], "publish needs a folder to write to: --out DIR."],
    [["serve", "library.json"], "serve needs contacts: --contacts FILE."],
    [["serve", "library.json", "--contacts", "c", "--port", "http"], "--port http is not a port."],
  ])("does not understand %j, and says so", async (args, sentence) => {
    const { code, err } = await forwhom(args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
