import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

interface Message {
  readonly code: string;
  readonly message: string;
  readonly description: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

interface Report {
  readonly errors: readonly Message[];
  readonly warnings: readonly Message[];
}

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "dist/extension/firefox");

const complaints = await lint();
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exit(1);
console.log("The Firefox package has no errors, and no warnings but Preact's own innerHTML.");

async function lint(): Promise<string[]> {
  const webExt = join(root, "node_modules/web-ext/bin/web-ext.js");
  const args = [webExt, "lint", "--source-dir", folder, "--output", "json", "--no-config-discovery"];
  const env = { ...process.env, NO_UPDATE_NOTIFIER: "1" };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 2 ** 26 }).catch(
    // It exits with 1 when it has errors to tell; what it tells is on stdout all the same.
    (error: Error & { stdout?: string }) => {
      if (error.stdout?.startsWith("{")) return { stdout: error.stdout };
      throw error;
    },
  );
  const { errors, warnings }: Report = JSON.parse(stdout);
  const found: Message[] = [...errors];
  for (const warning of warnings) if (!(await isPreactsOwn(warning))) found.push(warning);
  return found.map(
    ({ code, message, description, file, line }) =>
      `dist/extension/firefox/${file ?? ""}:${line ?? 1} ${code}: ${message}. ${description}`,
  );
}

/** Preact sets `innerHTML` where a component asks for `dangerouslySetInnerHTML`; none of ours does. */
async function isPreactsOwn({ code, file, line, column }: Message): Promise<boolean> {
  if (code !== "UNSAFE_VAR_ASSIGNMENT" || !file || !line || !column) return false;
  const text = await readFile(join(folder, file), "utf8");
  const from = (text.split("\n")[line - 1] ?? "").slice(column - 1);
  return /^[\w$.]*\.innerHTML\s*=\s*[\w$]+\.__html/.test(from);
}
