import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openInBrowser } from "./open.ts";
import { createSite } from "./server.ts";

const PORT = 4000;

const { values } = parseArgs({
  options: { open: { type: "boolean", default: false }, port: { type: "string" } },
});

const extension = {
  chrome: fileURLToPath(new URL("../../dist/extension/chrome", import.meta.url)),
  firefox: fileURLToPath(new URL("../../dist/extension/firefox", import.meta.url)),
};

try {
  const site = await createSite({ port: Number(values.port ?? PORT) });
  for (const port of site.taken) console.log(`Port ${port} is taken, so the next one is used.`);
  console.log(`
The demonstration site of Northwind, a company that does not exist:

    ${site.url}

  Agree to the consent dialog, then sign in (top right) as one of six sample contacts:
  a CFO in evaluation, an IT lead, a customer, an analyst, somebody who objected, a competitor.
  ${site.url}/broken makes three mistakes on purpose, for the extension to find.

The extension
  Chrome, Edge: open chrome://extensions, switch on "Developer mode", "Load unpacked", choose
    ${extension.chrome}
  Firefox: open about:debugging#/runtime/this-firefox, "Load Temporary Add-on", choose
    ${extension.firefox}/manifest.json
  To see every criterion in its panel, give it the library:
    ${site.url}/library.json
${values.open ? "" : "\nOpen a browser with all that: npm start -- --open"}
Stop with Ctrl-C.
`);
  const opened = values.open ? await openInBrowser(site.url, extension) : undefined;
  if (opened) console.log(opened.said);
  const stop = async () => {
    await opened?.close().catch(() => undefined);
    await site.close();
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
