import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { embed } from "../../../../sdk/cli/bundle/embed.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { tinyLibrary } from "../../library/tiny.ts";

const boot =
  '"use strict";(()=>{seen(__FORWHOM_MANIFEST__,__FORWHOM_LATER__,__FORWHOM_SANITIZE__,__FORWHOM_PARTS__)})();';
const files = { later: "forwhom.later.1.js", sanitize: "forwhom.sanitize.1.js" };
const parts = "{sources:[1]}";

function run(script: string): readonly unknown[] {
  let all: readonly unknown[] = [];
  const context = {
    seen: (...values: readonly unknown[]) => {
      all = values;
    },
  };
  runInNewContext(script, context);
  expect(Object.keys(context)).toEqual(["seen"]);
  return JSON.parse(JSON.stringify(all));
}

describe("embedding", () => {
  const { manifest } = publish(tinyLibrary({ name: 'A </script><!-- "name"\u2028 with $& traps' }));

  it("hands manifest, parts and file names to the script, and leaves no global behind", () => {
    expect(run(embed(boot, { files, parts, manifest }))).toEqual([
      manifest,
      files.later,
      files.sanitize,
      { sources: [1] },
    ]);
  });

  it("leaves the manifest out for a script that fetches one", () => {
    const apart = boot.replace("__FORWHOM_MANIFEST__", "typeof __FORWHOM_MANIFEST__");
    expect(run(embed(apart, { files, parts }))[0]).toBe("undefined");
  });

  it("begins with what tells a browser to compile all of it at once: below the first line it is a comment", () => {
    const [first] = embed(boot, { files, parts, manifest }).split("\n");
    expect(first).toBe("//# allFunctionsCalledOnLoad");
  });

  it("writes nothing that could end a script element, nor a line separator", () => {
    expect(embed(boot, { files, parts, manifest })).not.toMatch(/<\/script|<!--|\u2028/);
  });

  it("refuses a page script that does not ask for a manifest", () => {
    expect(() => embed("console.log(1)", { files, parts, manifest })).toThrow(/build it again/);
  });
});
