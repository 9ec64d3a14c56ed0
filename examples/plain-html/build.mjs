import { execSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const said = execSync("forwhom publish library.json --out site --private private", { encoding: "utf8" });
// The script is named after its content, so its tag is another one with each library.
const [tag] = /<script .*<\/script>/.exec(said);
writeFileSync("site/index.html", readFileSync("page.html", "utf8").replace("<!-- forwhom -->", tag));
