import { describe, expect, it } from "vitest";
import { findOffences, readImports } from "../direction.ts";

const offencesOf = (files: Record<string, string>) =>
  findOffences(new Map(Object.entries(files))).map(({ path, line, what }) => `${path}:${line} ${what}`);

describe("the import direction", () => {
  it.each([
    ["shared/engine/decide.ts", 'import { truth } from "./truth.ts";'],
    ["shared/library/schema.ts", 'import { z } from "zod";'],
    ["shared/manifest/schema.ts", 'import { z } from "zod";'],
    ["shared/protocol/message.ts", 'import { z } from "zod";'],
    ["sdk/page/boot.ts", 'import { decide } from "../../shared/engine/decide.ts";'],
    ["sdk/page/cache.ts", 'import { promisifyRequest } from "idb-keyval";'],
    ["sdk/cli/publish.ts", 'import { readFile } from "node:fs/promises";\nimport { z } from "zod";'],
    ["extension/panel/slots.tsx", 'import type { Trace } from "../../shared/engine/trace.ts";'],
    ["sdk/page/words.ts", '// import { z } from "zod";\n/* import "node:fs" */'],
  ])("lets %s say %s", (path, text) => {
    expect(offencesOf({ [path]: text })).toEqual([]);
  });

  it.each([
    ["shared/engine/decide.ts", 'import { z } from "zod";', "zod is allowed only in"],
    ["shared/engine/clock.ts", 'import "node:timers";', "shared/ is pure"],
    ["shared/engine/decide.ts", 'import { x } from "../../sdk/page/boot.ts";', "shared/ knows nobody"],
    ["sdk/page/boot.ts", 'import { z } from "zod/mini";', "imports zod/mini"],
    ["sdk/page/boot.ts", 'const fs = await import("node:fs");', "imports node:fs"],
    ["sdk/page/boot.ts", 'import { serve } from "../endpoint/serve.ts";', "imports sdk/endpoint"],
    ["sdk/page/boot.ts", 'export { embed } from "../cli/bundle/embed.ts";', "imports sdk/cli"],
    ["sdk/cli/serve.ts", 'import { site } from "../../test/site/start.ts";', "not test/site/start.ts"],
    ["sdk/page/boot.ts", 'import { x } from "../../extension/background.ts";', "not extension/"],
    ["extension/background.ts", 'import { start } from "../sdk/page/start.ts";', "not sdk/page/start.ts"],
  ])("stops %s from saying %s", (path, text, what) => {
    expect(offencesOf({ [path]: text })).toEqual([expect.stringContaining(what)]);
  });

  it("names the line of an import that spans several", () => {
    expect(readImports('\n\nimport {\n  a,\n  b,\n} from "./a.ts";\n')).toEqual([
      { line: 3, from: "./a.ts", typeOnly: false },
    ]);
  });

  it("sees zod come into the page script through another file, but not through its types", () => {
    const shared = {
      "shared/library/schema.ts": 'import { z } from "zod";',
      "shared/library/check.ts": 'import { schema } from "./schema.ts";',
    };
    const valueImport = { "sdk/page/boot.ts": '\nimport { check } from "../../shared/library/check.ts";' };
    const typeImport = {
      "sdk/page/boot.ts": 'import type { Library } from "../../shared/library/schema.ts";',
    };
    expect(offencesOf({ ...shared, ...valueImport })).toEqual([
      "sdk/page/boot.ts:2 sdk/page ships to visitors, but brings zod in through shared/library/check.ts → shared/library/schema.ts",
    ]);
    expect(offencesOf({ ...shared, ...typeImport })).toEqual([]);
  });
});

describe("the size of files and folders", () => {
  it("lets a file have 250 lines, and no more", () => {
    expect(offencesOf({ "sdk/page/a.ts": "1;\n".repeat(250) })).toEqual([]);
    expect(offencesOf({ "sdk/page/a.ts": "1;\n".repeat(251) })).toEqual([
      "sdk/page/a.ts:251 251 lines, more than 250",
    ]);
  });

  it("lets a folder have 14 files, and no more", () => {
    const folder = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`extension/panel/part-${at}.tsx`, "1;"]));
    expect(offencesOf(folder(14))).toEqual([]);
    expect(offencesOf(folder(15))).toEqual(["extension/panel:1 15 source files, more than 14"]);
  });

  it.each(["sdk/page/utils.ts", "shared/common/truth.ts", "extension/tab-manager.ts"])(
    "asks for a better name than %s",
    (path) => {
      expect(offencesOf({ [path]: "1;" })).toEqual([expect.stringContaining("says nothing")]);
    },
  );
});
