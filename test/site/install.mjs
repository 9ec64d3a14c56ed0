// Runs before anything is installed, on any Node: so plain JavaScript, and nothing but Node's own parts.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Forwhom needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

const wanted = packagesIn("package-lock.json");
const reason = whyInstall(wanted, packagesIn("node_modules/.package-lock.json"));
if (reason) {
  console.log(`Installing the packages that Forwhom needs, since ${reason} (npm ci)…`);
  const began = Date.now();
  const code = runNpm(["ci", "--include=dev", "--no-fund", "--no-audit"]);
  if (code !== 0) {
    console.error("npm ci failed: see above. Nothing was started.");
    process.exit(code);
  }
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, peer?: boolean }> | undefined} */
function packagesIn(lockfile) {
  try {
    const { packages } = JSON.parse(readFileSync(new URL(lockfile, root), "utf8"));
    delete packages[""];
    return packages;
  } catch {
    return undefined;
  }
}

/**
 * What is installed is told by the list that npm keeps inside node_modules. Its content is compared,
 * not its age: git and npm both touch lockfiles without changing them.
 */
function whyInstall(wanted, installed) {
  if (!wanted) {
    console.error("package-lock.json cannot be read: get it back with git checkout package-lock.json.");
    process.exit(1);
  }
  if (!installed) return "none are installed yet";
  for (const [path, { version, integrity, optional }] of Object.entries(wanted)) {
    const there = installed[path];
    // Optional packages are for other machines (esbuild's binaries): absent is right.
    if (!there && optional) continue;
    const name = path.replace(/^.*node_modules\//, "");
    if (!there) return `${name} is missing`;
    if (there.version !== version || there.integrity !== integrity) return `${name} has changed`;
  }
  return undefined;
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  const options = { cwd: fileURLToPath(root), stdio: "inherit" };
  // npm is a script on Windows, which only a shell starts; inside "npm start" we know it as a file.
  const ran = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (ran.error) console.error(`npm could not be started: ${ran.error.message}`);
  return ran.status ?? 1;
}
