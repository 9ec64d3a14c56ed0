import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { embed } from "../../../sdk/cli/embed.ts";
import { publish } from "../../../shared/manifest/publish.ts";
import { tinyLibrary } from "../library/tiny.ts";

const boot =
  '"use strict";(()=>{const m=typeof __FORWHOM_MANIFEST__>"u"?void 0:__FORWHOM_MANIFEST__;seen(m,__FORWHOM_LATER__)})();';

function run(script: string): { manifest: unknown; later: unknown } {
  const seen = { manifest: undefined as unknown, later: undefined as unknown };
  const context = { seen: (manifest: unknown, later: unknown) => Object.assign(seen, { manifest, later }) };
  runInNewContext(script, context);
  expect(Object.keys(context)).toEqual(["seen"]);
  return seen;
}

describe("embedding", () => {
  const { manifest } = publish(tinyLibrary({ name: 'A </script><!-- "name"\u2028 with $& traps' }));

  it("hands the manifest and the later part's file name to the script, and leaves no global behind", () => {
    const seen = run(embed(boot, manifest, { later: "forwhom.later.1.js" }));
    expect(JSON.parse(JSON.stringify(seen.manifest))).toEqual(manifest);
    expect(seen.later).toBe("forwhom.later.1.js");
  });

  it("lets the script see that there is no manifest, so that it fetches one", () => {
    expect(run(embed(boot, undefined, { later: "later.js" }))).toEqual({
      manifest: undefined,
      later: "later.js",
    });
  });

  it("writes nothing that could end a script element, nor a line separator", () => {
    const script = embed(boot, manifest, { later: "later.js" });
    expect(script).not.toMatch(/<\/script|<!--|\u2028/);
  });

  it("refuses a page script that does not ask for a manifest", () => {
    expect(() => embed("console.log(1)", manifest, { later: "later.js" })).toThrow(/build it again/);
  });
});
