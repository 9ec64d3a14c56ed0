import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { STANDARD_NAMES } from "../../../shared/library/standard/list.ts";
import { tinyLibrary } from "../library/tiny.ts";
import { folderWith, forwhom } from "./commands.ts";

describe("forwhom init", () => {
  it("writes a library that check and test have nothing to say against", async () => {
    const folder = await folderWith({});
    const path = join(folder, "library.json");
    const { code, out } = await forwhom(["init", "--out", path, "--name", "Northwind"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Wrote .*library\.json: \d+ properties, \d+ segments\.\n/);
    expect(await forwhom(["check", path])).toMatchObject({ code: 0, err: "" });
    const tested = await forwhom(["test", path]);
    expect(tested.code).toBe(0);
    expect(tested.out).toMatch(/\d\d passed, 0 failed\.\n$/);
    expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ name: "Northwind" });
  });

  it("writes only the inputs that were named", async () => {
    const path = join(await folderWith({}), "library.json");
    const args = ["init", "--out", path, "--inputs", "region, device", "--owner", "web@northwind.example"];
    expect((await forwhom(args)).code).toBe(0);
    const { properties, segments } = JSON.parse(await readFile(path, "utf8"));
    expect(Object.keys(properties)).toEqual(["country", "device"]);
    expect(segments.dach.owner).toBe("web@northwind.example");
  });

  it("never writes over a library that is there", async () => {
    const folder = await folderWith({ "library.json": "mine" });
    const path = join(folder, "library.json");
    const { code, err } = await forwhom(["init", "--out", path]);
    expect(code).toBe(1);
    expect(err).toMatch(/library\.json is there already: name another file with --out\.\n$/);
    expect(await readFile(path, "utf8")).toBe("mine");
  });

  it.each([
    ["lifecylce", 'There is no input "lifecylce". Did you mean "lifecycle"?'],
    ["region,", `There is no input "". There are ${STANDARD_NAMES.join(", ")}.`],
    ["toString", 'There is no input "toString".'],
  ])("does not know the input %j, and says so", async (inputs, sentence) => {
    const { code, err } = await forwhom(["init", "--inputs", inputs]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it("names every input in its help", async () => {
    const { out } = await forwhom(["init", "--help"]);
    for (const name of STANDARD_NAMES) expect(out).toMatch(new RegExp(`^ +${name} +\\S`, "m"));
  });
});

type Suggestion = { readonly name: string; readonly visitor: object; readonly expect: string };

/** What was printed for one segment, as it would be pasted. */
function pasted(out: string, segment: string): readonly Suggestion[] {
  const [, printed = ""] = out.split(`segments.${segment}.tests\n`);
  return JSON.parse(`[${printed.split(/^segments\./m)[0] ?? ""}]`);
}

const suggestedFor = async (library: object) => {
  const folder = await folderWith({ "library.json": library });
  return forwhom(["test", join(folder, "library.json"), "--suggest"]);
};

describe("forwhom test --suggest", () => {
  it("prints somebody who is in a segment, and for each leaf somebody who is just not", async () => {
    const { code, out } = await suggestedFor(tinyLibrary());
    expect(code).toBe(0);
    expect(pasted(out, "evaluating-cfo")).toEqual([
      {
        name: "somebody who is in it",
        visitor: { properties: { persona: "cfo", openDeal: true, lifecycleStage: "lead" } },
        expect: "yes",
      },
      {
        name: 'everything but persona is "cfo"',
        visitor: { properties: { persona: "it-lead", openDeal: true } },
        expect: "no",
      },
      {
        name: "everything but openDeal is true",
        visitor: { properties: { persona: "cfo", openDeal: false } },
        expect: "no",
      },
    ]);
  });

  it("prints tests that pass once they are pasted, and then has nothing more to ask for", async () => {
    const library = tinyLibrary();
    const { customer, large, "evaluating-cfo": cfo } = library.segments;
    if (customer)
      customer.when = {
        any: [
          { property: "topics", contains: "close" },
          {
            all: [
              { property: "since", after: "-30d" },
              { event: "page_view", atLeast: 2, within: "7d" },
            ],
          },
        ],
      };
    if (large)
      large.when = {
        all: [
          { score: [{ event: "download", weight: 2 }], gte: 4 },
          { event: "page_view", first: { before: "2026-11-01" } },
          { not: { segment: "evaluating-cfo" } },
        ],
      };
    if (cfo) cfo.when = { property: "firstName", startsWith: "A" };
    const { out } = await suggestedFor(library);
    for (const [id, segment] of Object.entries(library.segments)) {
      const tests = pasted(out, id);
      expect(tests).not.toEqual([]);
      segment.tests.push(...(tests as typeof segment.tests));
    }
    const folder = await folderWith({ "library.json": library });
    const path = join(folder, "library.json");
    expect((await forwhom(["check", path])).code).toBe(0);
    const tested = await forwhom(["test", path]);
    expect(tested.out).not.toContain("FAIL");
    const again = await forwhom(["test", path, "--suggest"]);
    expect(again.out.match(/Nothing is missing/g)).toHaveLength(3);
  });

  it("says where nobody can be in a segment", async () => {
    const library = tinyLibrary();
    const { customer, large } = library.segments;
    if (customer) customer.when = { event: "download", first: { after: "+2d" } };
    if (large) large.when = { property: "firstName", matches: "^[B-D]\\p{L}{4,9}$" };
    const { code, out } = await suggestedFor(library);
    expect(code).toBe(0);
    expect(out).toContain("segments.customer.tests\n  Nobody can be in this segment.\n");
    expect(out).toContain(
      "segments.large.tests\n  Nobody was found who is in it: that has to be written by hand.\n",
    );
  });

  it("suggests nothing for a library in which that is proven", async () => {
    const library = tinyLibrary();
    const { customer } = library.segments;
    const leads = { property: "lifecycleStage", is: "lead" };
    if (customer) customer.when = { all: [leads, { not: leads }] };
    const { code, err } = await suggestedFor(library);
    expect(code).toBe(1);
    expect(err).toContain("nobody can be in this segment");
  });
});
