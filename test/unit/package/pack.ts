import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What `npm pack` needs, and nothing that was built before. */
const SOURCES = [
  ...["package.json", "build.mjs", "build", "tsconfig.json", "tsconfig.types.json"],
  ...["LICENSE", "README.md", "sdk", "shared"],
];

export type Packed = {
  /** The tarball's bytes. */
  readonly tarball: Buffer;
  /** What it holds, by path, as text. */
  readonly files: ReadonlyMap<string, string>;
  /** A folder in which the package is installed, with what it asks for and nothing else. */
  readonly consumer: string;
  readonly remove: () => Promise<void>;
};

/**
 * Runs `npm pack` on a copy of the sources, so that what others read from `dist/` meanwhile stays as it
 * is. The copy lies inside the project, where the packages that building needs are found.
 */
export async function pack(): Promise<Packed> {
  await mkdir(join(root, "dist"), { recursive: true });
  const copy = await mkdtemp(join(root, "dist/pack-"));
  const consumer = await mkdtemp(join(tmpdir(), "forwhom-consumer-"));
  const remove = async () => {
    for (const folder of [copy, consumer]) await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const source of SOURCES) await cp(join(root, source), join(copy, source), { recursive: true });
    const npm = { cwd: copy, shell: process.platform === "win32" };
    const { stdout } = await run("npm", ["pack", "--json", "--silent"], npm);
    const [packed] = JSON.parse(stdout) as readonly PackedByNpm[];
    if (!packed) throw new Error(`npm pack said nothing of a tarball: ${stdout}`);
    const tarball = join(copy, packed.filename);
    const files = await install(tarball, consumer);
    return { tarball: await readFile(tarball), files, consumer, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

type PackedByNpm = { readonly filename: string };

/** As npm would lay it down, with links to the packages that it asks for and to its optional peer. */
async function install(tarball: string, consumer: string): Promise<ReadonlyMap<string, string>> {
  const modules = join(consumer, "node_modules");
  const own = join(modules, "forwhom");
  await mkdir(own, { recursive: true });
  await mkdir(join(modules, "@types"));
  await run("tar", ["-xzf", tarball, "-C", own, "--strip-components=1"]);
  const names = (await readdir(own, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const files = new Map<string, string>();
  for (const { parentPath, name } of names) {
    const path = join(parentPath, name);
    files.set(relative(own, path).replaceAll("\\", "/"), await readFile(path, "utf8"));
  }
  const { dependencies } = JSON.parse(files.get("package.json") ?? "{}") as { dependencies: object };
  for (const name of [...Object.keys(dependencies), "react", "@types/react", "@types/node"]) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, "node_modules", name), join(modules, name), "dir");
  }
  return files;
}
