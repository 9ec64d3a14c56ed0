import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "../bundle/bundle.ts";
import { readPageScript } from "../bundle/page-script.ts";
import type { Command } from "../io.ts";
import { readLibrary } from "../read-library.ts";

/** Writes what a site and its endpoint need of a library. Nothing is written of one with errors. */
export const publish: Command = {
  usage: "publish LIBRARY --out DIR [--private DIR]",
  summary: "writes the script for the site and the rules for the endpoint",
  options: { out: { type: "string" }, private: { type: "string" } },
  optionHelp: [
    "--out DIR       where the public files go: serve them from your site's own origin",
    "--private DIR   where the endpoint's rules go; DIR-private beside the public ones unless said",
  ],
  files: 1,
  async run({ files: [path = ""], text }, io) {
    const out = text("out");
    if (out === undefined) {
      io.err("publish needs a folder to write to: --out DIR.\n");
      return 2;
    }
    const library = await readLibrary(path, io);
    if (!library) {
      io.err("\nNothing was published.\n");
      return 1;
    }
    const { script, later, sanitize, apart, maps, rules, tag } = bundle(
      library,
      await readPageScript(io.pageFolder),
    );
    const privateFolder = text("private") ?? `${out.replace(/[/\\]+$/, "")}-private`;
    for (const folder of [out, privateFolder]) await mkdir(folder, { recursive: true });
    for (const file of [script, later, sanitize, ...apart, ...maps])
      await writeFile(join(out, file.name), file.text);
    // Beside the public folder and never in it: whole folders are deployed, and this one must not be.
    const rulesPath = join(privateFolder, "memberships.json");
    await writeFile(rulesPath, `${JSON.stringify(rules, null, 2)}\n`);

    io.out(
      `Published ${library.name}.\n\n` +
        `Public, for your site (all in ${out}):\n` +
        `  ${script.name}  the SDK and your library in one script\n` +
        `  ${later.name}  what it loads once the page is idle\n` +
        `  ${sanitize.name}  what it loads where a browser cannot sanitise HTML itself\n` +
        "  forwhom.js and forwhom.json  the same in two files, for a site whose pages cannot change with each library\n" +
        "  *.map  from these scripts to their sources; visitors never load them\n" +
        `Private, for your endpoint only: it holds the criteria that your pages must not show:\n` +
        `  ${rulesPath}\n\n` +
        `Paste into the head, before the first stylesheet:\n  ${tag}\n` +
        "With its integrity a browser runs this very script and no other; from another origin add crossorigin.\n",
    );
    return 0;
  },
};
