import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listen } from "../../../sdk/cli/listen.ts";
import { membershipSchema } from "../../../shared/manifest/membership.ts";
import { tinyLibrary } from "../library/tiny.ts";
import { folderWith, forwhom } from "./commands.ts";

describe("forwhom serve", () => {
  it("answers under the path that the library gives its pages, until it is stopped", async () => {
    const folder = await folderWith({
      "library.json": tinyLibrary(),
      "contacts.ndjson": '{"id":"ada"}\n{"id":',
    });
    const stop = new AbortController();
    let said = "";
    let err = "";
    let hasStarted: (url: string) => void = () => undefined;
    const started = new Promise<string>((resolve) => {
      hasStarted = resolve;
    });
    const served = forwhom(
      ["serve", join(folder, "library.json"), "--contacts", join(folder, "contacts.ndjson"), "--port", "0"],
      {
        signal: stop.signal,
        out: (text) => {
          said += text;
          const [url] = /http:\S+membership/.exec(said) ?? [];
          if (url) hasStarted(url);
        },
        err: (text) => {
          err += text;
        },
      },
    );
    const url = await started;
    expect(url).toMatch(/\/forwhom\/membership$/);
    expect(said).toMatch(/^1 contacts at /);
    expect(err).toMatch(/contacts\.ndjson, line 2: not JSON .* the line is skipped\./);
    expect(err).toMatch(/FORWHOM_SECRET is not set/);
    expect(membershipSchema.parse(await (await fetch(url)).json()).identified).toBe(false);
    expect((await fetch(url.replace("/forwhom", ""))).status).toBe(200);
    const body = JSON.stringify({ events: [] });
    expect((await fetch(url.replace("membership", "events"), { method: "POST", body })).status).toBe(200);
    stop.abort();
    expect((await served).code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe("forwhom serve --events", () => {
  it("says that a file is no folder, and how to go on", async () => {
    const folder = await folderWith({ "library.json": tinyLibrary(), "c.ndjson": "", "events.ndjson": "" });
    const file = join(folder, "events.ndjson");
    const contacts = ["--contacts", join(folder, "c.ndjson"), "--port", "0"];
    const { code, err } = await forwhom([
      "serve",
      join(folder, "library.json"),
      ...contacts,
      "--events",
      file,
    ]);
    expect(code).toBe(1);
    expect(err).toContain(`--events ${file} is a file, and events are kept in a folder`);
    expect(err).toContain("Name a folder, such as --events events.");
  });
});

describe("a taken port", () => {
  it("is stepped past, and named", async () => {
    const other = createServer();
    await new Promise<void>((open) => other.listen(0, "127.0.0.1", () => open()));
    const { port } = other.address() as AddressInfo;
    const server = await listen(() => new Response("here"), { port });
    expect(server.taken[0]).toBe(port);
    expect(server.port).toBe(port + server.taken.length);
    expect(await (await fetch(server.url)).text()).toBe("here");
    await server.close();
    await new Promise((closed) => other.close(closed));
  });
});
