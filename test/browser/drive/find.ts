import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

export type BrowserName = "chromium" | "firefox";

interface Whereabouts {
  readonly title: string;
  readonly variable: "CHROME_PATH" | "FIREFOX_PATH";
  readonly names: readonly string[];
  readonly mac: readonly string[];
  readonly windows: readonly string[];
  readonly debianPackage: string;
}

const whereabouts: Record<BrowserName, Whereabouts> = {
  chromium: {
    title: "Chromium",
    variable: "CHROME_PATH",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    mac: ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"],
    windows: ["Chromium\\Application\\chrome.exe", "Google\\Chrome\\Application\\chrome.exe"],
    debianPackage: "chromium",
  },
  firefox: {
    title: "Firefox",
    variable: "FIREFOX_PATH",
    names: ["firefox-esr", "firefox"],
    mac: ["Firefox.app/Contents/MacOS/firefox", "Firefox Developer Edition.app/Contents/MacOS/firefox"],
    windows: ["Mozilla Firefox\\firefox.exe"],
    debianPackage: "firefox-esr",
  },
};

/**
 * The path of a browser on this machine.
 *
 * Looks at `CHROME_PATH` or `FIREFOX_PATH`, the PATH, and the places where macOS and Windows keep
 * browsers. With `install`, and only as root on Debian or Ubuntu, it is then installed from the
 * distribution's packages.
 *
 * @throws An error with one sentence that says what to install.
 */
export async function findBrowser(name: BrowserName, options: { install: boolean }): Promise<string> {
  const place = whereabouts[name];
  const said = process.env[place.variable];
  if (said) {
    if (await isExecutable(said)) return said;
    throw new Error(`${place.variable} is ${said}, which is not a program that can be run here.`);
  }
  const found = await firstExecutable(candidates(place));
  if (found) return found;
  if (options.install && canInstall() && (await exists("/usr/bin/apt-get"))) {
    await installFromDebian(place);
    const installed = await firstExecutable(candidates(place));
    if (installed) return installed;
  }
  throw new Error(
    `No ${place.title} was found: install ${place.title} (Debian: apt-get install ${place.debianPackage}), or set ${place.variable} to its program.`,
  );
}

/**
 * Whether tests for this browser can run here. In CI the answer is always yes, so that a missing
 * browser fails the run and is never passed by.
 */
export async function isBrowserThere(name: BrowserName): Promise<boolean> {
  if (process.env.CI) return true;
  return findBrowser(name, { install: false }).then(
    () => true,
    () => false,
  );
}

function candidates(place: Whereabouts): string[] {
  const env = process.env;
  const ending = process.platform === "win32" ? ".exe" : "";
  const onPath = (env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => place.names.map((name) => join(folder, name + ending)));
  if (process.platform === "darwin") {
    const roots = ["/Applications", ...(env.HOME ? [join(env.HOME, "Applications")] : [])];
    return [...onPath, ...roots.flatMap((root) => place.mac.map((app) => join(root, app)))];
  }
  if (process.platform === "win32") {
    const roots = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LocalAppData];
    const known = roots.filter((root) => root !== undefined);
    return [...known.flatMap((root) => place.windows.map((program) => join(root, program))), ...onPath];
  }
  return onPath;
}

async function firstExecutable(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isExecutable(path)) return path;
  return undefined;
}

const isExecutable = (path: string) => reaches(path, constants.X_OK);
const exists = (path: string) => reaches(path, constants.F_OK);

function reaches(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

function canInstall(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0;
}

async function installFromDebian(place: Whereabouts): Promise<void> {
  const run = promisify(execFile);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, maxBuffer: 64 * 1024 * 1024 };
  console.error(`Installing ${place.title} (apt-get install ${place.debianPackage})…`);
  try {
    await run("apt-get", ["update"], options);
    await run("apt-get", ["install", "-y", "--no-install-recommends", place.debianPackage], options);
  } catch (error) {
    const why = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new Error(`${place.title} could not be installed with apt-get: ${why}`);
  }
}
