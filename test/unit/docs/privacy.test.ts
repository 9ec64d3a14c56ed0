import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { previewOf } from "../../../extension/panel/person/visitor.ts";
import { endpoint } from "../../../sdk/endpoint/endpoint.ts";
import { endpointRules } from "../../../sdk/endpoint/rules.ts";
import { HASH_COOKIE, KEY_COOKIE } from "../../../sdk/endpoint/visitor-key.ts";
import { fold } from "../../../sdk/page/behavior/fold.ts";
import { HINT } from "../../../sdk/page/membership/device/hint.ts";
import { STEPS } from "../../../sdk/page/membership/device/schema.ts";
import { openStore } from "../../../sdk/page/membership/device/store.ts";
import { GATES } from "../../../shared/consent/gates.ts";
import { publish } from "../../../shared/manifest/publish.ts";
import { PREVIEW_KEY } from "../../../shared/protocol/preview-key.ts";
import { site } from "../endpoint/app.ts";
import { tinyLibrary } from "../library/tiny.ts";

vi.mock("webextension-polyfill", async () => ({
  default: (await import("../extension/browser.ts")).fakeBrowser,
}));

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const note = read("docs/privacy.md");

/** The rows of a section's table whose first cell matches, as cells. */
const rows = (section: string, first: RegExp): string[][] =>
  (note.split(/^## /m).find((text) => text.startsWith(section)) ?? "")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([cell = ""]) => first.test(cell));

const quoted = (text = "") => [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
const sorted = (names: Iterable<string>) => [...names].sort();

describe("the privacy note", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("has the gates that there are", () => {
    expect(rows("Four gates", /^`/).map(([gate]) => quoted(gate)[0])).toEqual([...GATES]);
  });

  it("names everything that is kept on the device", async () => {
    const databases: string[] = [];
    vi.stubGlobal("indexedDB", {
      open(name: string) {
        databases.push(name);
        throw new Error("blocked");
      },
    });
    await openStore().catch(() => {});
    const stores = new Set<string>();
    const database = {
      createObjectStore: (name: string) => stores.add(name),
      deleteObjectStore: (name: string) => stores.delete(name),
    };
    const transaction = { objectStore: () => ({ getAll: () => ({}) }) };
    for (const step of STEPS) step(database as never, transaction as never);

    const expected = [
      `localStorage ${HINT}`,
      `cookie ${KEY_COOKIE}`,
      `cookie ${HASH_COOKIE}`,
      ...databases.flatMap((name) => [...stores].map((one) => `IndexedDB ${name} / ${one}`)),
    ];
    const named = rows("On the visitor", /`/).map(([cell = ""]) => cell.replaceAll("`", ""));
    expect(sorted(named)).toEqual(sorted(expected));
  });

  it("says for how long the cookies stay, and which of them no script can read", async () => {
    const { app } = site({ ada: {} });
    const answer = await app.request("https://shop.example/sign-in/ada", { method: "POST" });
    for (const cookie of answer.headers.getSetCookie()) {
      const name = cookie.split("=", 1)[0] ?? "";
      const [row = []] = rows("On the visitor", new RegExp(`^cookie \`${name}\`$`));
      const days = Number(/Max-Age=(\d+)/i.exec(cookie)?.[1]) / 86_400;
      expect(row[3]).toMatch(new RegExp(`^${days} days`));
      expect(/HttpOnly/i.test(cookie)).toBe(row[1]?.includes("no script can read it"));
    }
    expect(answer.headers.getSetCookie()).toHaveLength(2);
  });

  it("says for how long behavior is kept, and how much of it", () => {
    const [days, records] = [
      /at most (\d+) days and (\d+) records/.exec(note)?.[1],
      /days and (\d+) records/.exec(note)?.[1],
    ];
    const now = Date.parse("2026-11-24T09:00:00Z");
    const ago = (many: number) => ({ event: "page_view", at: now - many * 86_400_000 });
    const left = fold([ago(Number(days) + 0.1), ago(Number(days) - 0.1)], { exact: 200, days: 200 }, now);
    expect(left).toEqual([ago(Number(days) - 0.1)]);
    const stored = /STORED = \{ exact: (\d+), days: (\d+) \}/.exec(read("sdk/page/behavior/log.ts")) ?? [];
    expect(Number(stored[1]) + Number(stored[2])).toBe(Number(records));
  });

  it("names every address of the endpoint", () => {
    const { routes } = endpoint({
      rules: endpointRules(tinyLibrary()),
      source: { visitor: async () => undefined },
      secret: "a secret",
      identify: { secret: "x".repeat(32) },
    });
    const there = routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`);
    const named = rows("What leaves", /endpoint/).map(([, address]) => quoted(address)[0] ?? "");
    expect(sorted(named)).toEqual(sorted(new Set(there)));
  });

  it("names every field of what is counted", () => {
    const [row = []] = rows("What leaves", /endpoint/).filter(([, address]) => address === "`POST /events`");
    const fields = [...read("sdk/page/measure/measured.ts").matchAll(/readonly (\w+)\??:/g)].map(
      ([, name]) => name,
    );
    expect(fields.length).toBeGreaterThan(12);
    expect(quoted(row[2])).toEqual(expect.arrayContaining(fields));
  });

  it("names the extension's permissions, all of them", () => {
    const manifest = JSON.parse(read("manifest.json")) as Record<string, readonly string[]>;
    const named = (optional: boolean) =>
      rows("The extension", /^`/).flatMap(([cell = ""]) =>
        cell.includes("(optional)") === optional ? quoted(cell) : [],
      );
    expect(sorted(named(false))).toEqual(sorted(manifest.permissions ?? []));
    expect(named(true)).toEqual(manifest.optional_host_permissions);
    expect(manifest).not.toHaveProperty("host_permissions");
  });

  it("names what the extension keeps, and for how long a preview lasts", () => {
    const kept = rows("The extension", /^(extension|sessionStorage) /);
    for (const [what = "", , , code = ""] of kept) {
      const [key = ""] = quoted(what);
      const text = read(quoted(code)[0] ?? "");
      expect(key === PREVIEW_KEY ? text.includes("PREVIEW_KEY") : text.includes(`\`${key}\${`)).toBe(true);
    }
    const keys = kept.map(([what]) => quoted(what)[0] ?? "").filter((key) => key !== PREVIEW_KEY);
    const used = sources("extension")
      .filter(([, code]) => code.includes("browser.storage"))
      .flatMap(([, code]) => [...code.matchAll(/`(\w+:)\$\{/g)].map(([, key = ""]) => key));
    expect(sorted(new Set(used))).toEqual(sorted(keys));

    const now = Date.parse("2026-11-24T09:00:00Z");
    const { manifest } = publish(tinyLibrary());
    const preview = previewOf({ also: [], withoutConsent: false }, { manifest }, { tab: 1, now });
    const hours = ((preview?.until ?? 0) - now) / 3_600_000;
    expect(kept.filter(([, , time]) => time?.startsWith(`${hours} hours`))).toHaveLength(2);
  });

  /** What touches the device, or lets something leave it. */
  const TOUCHES =
    /\b(localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore|caches|sendBeacon|XMLHttpRequest|WebSocket|EventSource|postMessage|dataLayer|fetch|browser\.storage)\b|\bimport\(beside/;

  it.each(["sdk/page", "extension"])(
    "names every place in %s that touches the device or the network",
    (room) => {
      const places = quoted(note).filter((name) => name.startsWith(`${room}/`));
      const touching = sources(room)
        .filter(([, code]) => TOUCHES.test(code))
        .map(([path]) => path);
      expect(touching.length).toBeGreaterThan(2);
      expect(touching.filter((path) => !places.some((place) => covers(place, path)))).toEqual([]);
    },
  );

  it("is right that what React and elements need touches nothing of it", () => {
    const bindings = [...sources("sdk/react"), ...sources("sdk/element")];
    expect(bindings.length).toBeGreaterThan(3);
    expect(bindings.filter(([, code]) => TOUCHES.test(code)).map(([path]) => path)).toEqual([]);
  });

  it("names only files and folders that are there", () => {
    const paths = quoted(note).filter((name) => /^(sdk|shared|extension|test)\//.test(name));
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("is a page that somebody reads", () => {
    expect(note.split("\n").length).toBeLessThan(130);
  });
});

const covers = (place: string, path: string) =>
  place.endsWith("/") ? path.startsWith(place) : path === place;

/** Every source of a room, without its comments. */
function sources(room: string): [path: string, code: string][] {
  return readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = `${room}/${name.replaceAll("\\", "/")}`;
      return [path, read(path).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")];
    });
}
