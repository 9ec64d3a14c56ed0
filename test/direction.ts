import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";

export interface Offence {
  readonly path: string;
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

interface Import {
  readonly line: number;
  readonly from: string;
  /** Types are erased when building: they bring nothing along. */
  readonly typeOnly: boolean;
}

const rooms = ["shared", "sdk", "extension"] as const;
const longestFile = 250;
const fullestFolder = 14;
const emptyNames = new Set(["util", "utils", "helper", "helpers", "common", "manager"]);
/** The packages that pure code may use, each where it earns its place; none of them may reach a page. */
const packageRooms: Readonly<Record<string, RegExp>> = {
  zod: /^shared\/(library|manifest|protocol)\//,
  "intl-messageformat": /^shared\/sentences\//,
  "redos-detector": /^shared\/library\/check\//,
  jstat: /^shared\/report\//,
};

/** Holds the import direction of the rooms, and their size, over a map of path → source text. */
export function findOffences(sources: ReadonlyMap<string, string>): Offence[] {
  const imports = new Map([...sources].map(([path, text]) => [path, readImports(text)]));
  return [
    ...[...imports].flatMap(([path, list]) =>
      list.flatMap((one) => judgeImport(path, one) ?? judgeReach(path, one, imports) ?? []),
    ),
    ...[...sources].flatMap(([path, text]) => [...judgeLength(path, text), ...judgeName(path)]),
    ...judgeFolders([...sources.keys()]),
  ];
}

export function readImports(text: string): Import[] {
  // Comments become blanks of the same length, so that line numbers stay true.
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, " "));
  const statements =
    /^\s*(?:import|export)\b(?<clause>[^"'`;]*?)\bfrom\s*["'](?<named>[^"']+)["']|^\s*import\s*["'](?<bare>[^"']+)["']|\bimport\(\s*["'](?<late>[^"']+)["']/gm;
  return [...code.matchAll(statements)].map(({ 0: whole, index, groups = {} }) => ({
    line: code.slice(0, index + whole.search(/\S/)).split("\n").length,
    from: groups.named ?? groups.bare ?? groups.late ?? "",
    typeOnly: /^\s*type\b/.test(groups.clause ?? ""),
  }));
}

function judgeImport(path: string, { line, from }: Import): Offence | undefined {
  const room = roomOf(path);
  const offence = (what: string, mend: string): Offence => ({ path, line, what, mend });
  const target = resolveImport(path, from);
  if (target === undefined) return judgePackage(path, from, offence);
  if (room === "shared" && roomOf(target) !== "shared") {
    return offence(`shared/ knows nobody, but imports ${target}`, "move what it needs into shared/");
  }
  if (roomOf(target) !== room && roomOf(target) !== "shared") {
    return offence(
      `${room}/ may import only shared/ and itself, not ${target}`,
      "move what both need into shared/, or pass it in as an argument",
    );
  }
  const kitchen = /^sdk\/(cli|endpoint)\//.exec(target)?.[1];
  if (path.startsWith("sdk/page/") && kitchen) {
    return offence(
      `sdk/page ships to visitors, but imports sdk/${kitchen}`,
      "move what both need into shared/",
    );
  }
  return undefined;
}

function judgePackage(
  path: string,
  from: string,
  offence: (what: string, mend: string) => Offence,
): Offence | undefined {
  if (path.startsWith("sdk/page/") && isTooHeavy(from)) {
    return offence(`sdk/page ships to visitors, but imports ${from}`, heavyMend(from));
  }
  if (roomOf(path) !== "shared") return undefined;
  const rooms = packageRooms[packageOf(from)];
  if (rooms?.test(path)) return undefined;
  return rooms
    ? offence(`${from} is allowed only in ${placesOf(rooms)}`, "move what uses it there and import its type")
    : offence(`shared/ is pure, but imports ${from}`, "take what it gives as an argument");
}

const packageOf = (from: string) => from.split("/")[0] ?? from;
const placesOf = (rooms: RegExp) => rooms.source.replace(/[\\^]|\/$/g, "");

/** A page script also carries what its imports import: what is heavy must not come in by a side door. */
function judgeReach(
  path: string,
  start: Import,
  imports: ReadonlyMap<string, readonly Import[]>,
): Offence | undefined {
  if (!path.startsWith("sdk/page/") || start.typeOnly) return undefined;
  const first = resolveImport(path, start.from);
  if (first === undefined || first.startsWith("sdk/page/")) return undefined;
  const waiting = [[first]];
  const seen = new Set([first]);
  for (const way of waiting) {
    for (const { from, typeOnly } of imports.get(way.at(-1) ?? "") ?? []) {
      if (typeOnly) continue;
      if (isTooHeavy(from)) {
        const what = `sdk/page ships to visitors, but brings ${from} in through ${way.join(" → ")}`;
        return { path, line: start.line, what, mend: `use "import type", or: ${heavyMend(from)}` };
      }
      const next = resolveImport(way.at(-1) ?? "", from);
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      waiting.push([...way, next]);
    }
  }
  return undefined;
}

function judgeLength(path: string, text: string): Offence[] {
  const lines = text.trimEnd().split("\n").length;
  if (lines <= longestFile) return [];
  const what = `${lines} lines, more than ${longestFile}`;
  return [{ path, line: longestFile + 1, what, mend: "give its second idea a file of its own" }];
}

function judgeName(path: string): Offence[] {
  const empty = path.split(/[/.-]/).find((word) => emptyNames.has(word));
  if (empty === undefined) return [];
  return [{ path, line: 1, what: `"${empty}" says nothing`, mend: "name it after the one thing it does" }];
}

function judgeFolders(paths: readonly string[]): Offence[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts].flatMap(([path, count]) =>
    count > fullestFolder
      ? [
          {
            path,
            line: 1,
            what: `${count} source files, more than ${fullestFolder}`,
            mend: "put what belongs together into a folder with a name of its own",
          },
        ]
      : [],
  );
}

const isTooHeavy = (from: string) => Object.hasOwn(packageRooms, packageOf(from)) || from.startsWith("node:");
const heavyMend = (from: string) =>
  from.startsWith("node:")
    ? "keep Node's parts in sdk/cli or sdk/endpoint"
    : "decode by hand, as shared/manifest does, or leave it to the extension";
const roomOf = (path: string) => path.split("/")[0];

/** The file that a relative import names, from the project's root; nothing for a package. */
function resolveImport(path: string, from: string): string | undefined {
  return from.startsWith(".") ? posix.join(posix.dirname(path), from) : undefined;
}

function readSources(root: string): Map<string, string> {
  const sources = new Map<string, string>();
  for (const room of rooms) {
    for (const name of readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).sort()) {
      if (!/\.[mc]?[jt]sx?$/.test(name)) continue;
      sources.set(posix.join(room, name.replaceAll("\\", "/")), readFileSync(join(root, room, name), "utf8"));
    }
  }
  return sources;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sources = readSources(fileURLToPath(new URL("..", import.meta.url)));
  const offences = findOffences(sources);
  for (const { path, line, what, mend } of offences) console.error(`${path}:${line} ${what}. Mend: ${mend}.`);
  if (offences.length > 0) process.exit(1);
  console.log(`Imports of ${sources.size} files go one way.`);
}
