import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { librarySchema } from "../../../shared/library/library.ts";
import type { Command } from "../io.ts";

/** The JSON Schema by which editors complete and check a library while it is written. */
export const librarySchemaAsJson = (): object =>
  z.toJSONSchema(librarySchema, { io: "input", reused: "ref", unrepresentable: "any" });

export const schema: Command = {
  usage: "schema [--out FILE]",
  summary: "writes the JSON Schema by which editors complete a library",
  options: { out: { type: "string" } },
  optionHelp: ["--out FILE      where to; printed unless said. Name it in the library's $schema."],
  files: 0,
  async run({ text }, io) {
    const json = `${JSON.stringify(librarySchemaAsJson(), null, 2)}\n`;
    const out = text("out");
    if (out === undefined) io.out(json);
    else await writeFile(out, json);
    return 0;
  },
};
