import { execSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { build } from "esbuild";

const said = execSync("forwhom publish library.json --out site --private private", { encoding: "utf8" });
// The script is named after its content, so its tag is another one with each library.
const [tag] = /<script .*<\/script>/.exec(said);

const bundle = (entry, options) =>
  build({ entryPoints: [entry], bundle: true, format: "esm", jsx: "automatic", ...options });
await bundle("src/client.jsx", { outfile: "site/client.js", minify: true });
await bundle("src/server.jsx", { outfile: "private/server.mjs", platform: "node", packages: "external" });

const { pageWith } = await import("./private/server.mjs");
writeFileSync("site/index.html", pageWith(tag));
