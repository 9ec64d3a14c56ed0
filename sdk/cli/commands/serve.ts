import { endpoint } from "../../endpoint/endpoint.ts";
import { fileEvents } from "../../endpoint/events/file.ts";
import { memoryEvents } from "../../endpoint/events/memory.ts";
import { endpointRules } from "../../endpoint/rules.ts";
import { fileSource } from "../../endpoint/sources/file.ts";
import type { Command } from "../io.ts";
import { listen } from "../listen.ts";
import { readLibrary } from "../read-library.ts";

const PORT = 4100;

/** Runs the membership endpoint on this machine until it is stopped. */
export const serve: Command = {
  usage: "serve LIBRARY --contacts FILE [--port N]",
  summary: "runs the membership endpoint on this machine",
  options: {
    contacts: { type: "string" },
    port: { type: "string" },
    host: { type: "string" },
    events: { type: "string" },
    origin: { type: "string", multiple: true },
    "country-header": { type: "string" },
  },
  optionHelp: [
    '--contacts FILE         one contact a line: {"id":"…","contact":{…},"company":{…},"deal":{…}}',
    `--port N                ${PORT} unless said; a taken one is stepped past`,
    "--host NAME             127.0.0.1 unless said",
    "--events FOLDER         keeps exposures and conversions, a file for each hour; else they are kept in memory",
    "--origin URL            another origin whose pages may ask; may be said several times",
    "--country-header NAME   the header in which your network says the country, such as cf-ipcountry",
    "FORWHOM_SECRET          (environment) signs visitor keys: the one that your site signs in with",
  ],
  files: 1,
  async run({ files: [path = ""], text, list }, io) {
    const contacts = text("contacts");
    const port = Number(text("port") ?? PORT);
    if (contacts === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) {
      io.err(
        contacts === undefined
          ? "serve needs contacts: --contacts FILE.\n"
          : `--port ${text("port")} is not a port.\n`,
      );
      return 2;
    }
    const library = await readLibrary(path, io);
    if (!library) return 1;
    const onProblem = (sentence: string) => io.err(`${sentence}\n`);
    const source = await fileSource(contacts, onProblem);
    const secret = io.env.FORWHOM_SECRET;
    if (!secret)
      io.err("FORWHOM_SECRET is not set: no visitor key can be read, so everybody is answered as nobody.\n");
    const folder = text("events");
    const events = folder === undefined ? memoryEvents() : await openEvents(folder, io);
    if (!events) return 1;
    const country = text("country-header");
    const host = text("host");
    const app = endpoint({
      rules: endpointRules(library),
      source,
      secret: secret || crypto.randomUUID(),
      origins: list("origin"),
      events,
      ...(country !== undefined && { country }),
      onProblem,
    });
    // The path that the library gives its pages, and the bare one for those who put a proxy in front.
    const base = library.endpoint?.startsWith("/") ? library.endpoint.replace(/\/+$/, "") : "";
    const server = await listen((request) => app.fetch(withoutBase(request, base)), {
      port,
      ...(host && { host }),
    });
    for (const taken of server.taken) io.out(`Port ${taken} is taken.\n`);
    io.out(`${source.size} contacts at ${server.url}${base}/membership. Stop with Ctrl-C.\n`);
    if (!io.signal.aborted)
      await new Promise((stopped) => io.signal.addEventListener("abort", stopped, { once: true }));
    await server.close();
    return 0;
  },
};

async function openEvents(folder: string, io: Parameters<Command["run"]>[1]) {
  try {
    return await fileEvents(folder);
  } catch (error) {
    const found =
      (error as NodeJS.ErrnoException).code === "EEXIST"
        ? "is a file, and events are kept in a folder, a file for each hour. Name a folder, such as --events events"
        : `cannot be used (${(error as Error).message})`;
    io.err(`--events ${folder} ${found}.\n`);
    return undefined;
  }
}

function withoutBase(request: Request, base: string): Request {
  const url = new URL(request.url);
  if (base === "" || !url.pathname.startsWith(`${base}/`)) return request;
  url.pathname = url.pathname.slice(base.length);
  return new Request(url, request);
}
