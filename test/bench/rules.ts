import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { installPeers } from "./install-peers.ts";

installPeers();

// Bundled, as it is when it ships: tsx would name every function as it is made, which is timed too.
// And as a process of its own, so that memory can be weighed after a collection.
const bundle = fileURLToPath(new URL("results/rules.mjs", import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL("rules/main.ts", import.meta.url))],
  outfile: bundle,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
});
const ran = spawnSync(process.execPath, ["--expose-gc", bundle, ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exitCode = ran.status ?? 1;
