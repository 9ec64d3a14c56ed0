import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

type Packages = Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;

const bench = new URL("./", import.meta.url);

/** The peers live in a package of their own, so that only who measures them installs them. */
export function installPeers(): void {
  const reason = whyInstall();
  if (!reason) return;
  // All to standard error: standard output is for the figures.
  console.error(`Installing what is measured beside Forwhom, since ${reason} (npm ci)…`);
  const began = Date.now();
  const code = runNpm(["ci", "--no-fund", "--no-audit"]);
  if (code !== 0) {
    console.error("npm ci failed in test/bench: see above. Nothing was measured.");
    process.exit(code);
  }
  console.error(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** Told by content, as test/site/install.mjs does it: git and npm touch lockfiles without changing them. */
function whyInstall(): string | undefined {
  const wanted = packagesIn("package-lock.json");
  const installed = packagesIn("node_modules/.package-lock.json");
  if (!installed) return "none are installed yet";
  for (const [path, { version, integrity }] of Object.entries(wanted ?? {})) {
    const there = installed[path];
    const name = path.replace(/^.*node_modules\//, "");
    if (!there) return `${name} is missing`;
    if (there.version !== version || there.integrity !== integrity) return `${name} has changed`;
  }
  return undefined;
}

function packagesIn(lockfile: string): Packages | undefined {
  try {
    const { packages }: { packages: Packages } = JSON.parse(readFileSync(new URL(lockfile, bench), "utf8"));
    return Object.fromEntries(Object.entries(packages).filter(([path]) => path !== ""));
  } catch {
    return undefined;
  }
}

function runNpm(args: readonly string[]): number {
  const npm = process.env.npm_execpath;
  const options = { cwd: fileURLToPath(bench), stdio: ["inherit", 2, 2] } satisfies Parameters<
    typeof spawnSync
  >[2];
  // npm is a script on Windows, which only a shell starts; inside "npm run" we know it as a file.
  const ran = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (ran.error) console.error(`npm could not be started: ${ran.error.message}`);
  return ran.status ?? 1;
}
