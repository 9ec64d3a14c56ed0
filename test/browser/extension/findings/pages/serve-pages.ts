import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bundle } from "../../../../../sdk/cli/bundle/bundle.ts";
import { endpoint } from "../../../../../sdk/endpoint/endpoint.ts";
import { signIn } from "../../../../../sdk/endpoint/visitor-key.ts";
import { builtPageScript } from "../../../../site/published.ts";
import { consentCookie, type OnePage, type Pages } from "./one-page.ts";

export type Served = {
  /** Every page has an origin of its own: nothing that one leaves on the device is there for the next. */
  readonly origins: readonly { readonly name: string; readonly page: OnePage; readonly origin: string }[];
  readonly close: () => void;
};

const SECRET = "one fault a page";
const MODULES = new URL("../../../../../node_modules/", import.meta.url);
/** Consent managers as their makers publish them. */
const VENDORS: Readonly<Record<string, string>> = {
  "/vanilla.js": "vanilla-cookieconsent/dist/cookieconsent.umd.js",
  "/klaro.js": "klaro/dist/klaro.js",
  "/osano.js": "cookieconsent/build/cookieconsent.min.js",
};

export async function servePages(pages: Pages): Promise<Served> {
  const script = await builtPageScript();
  const apps = Object.values(pages).map((page) => appOf(page, script));
  const listeners = apps.map((app) => getRequestListener(app.fetch));
  const server: Server = createServer((request, response) => {
    const index = Number(/^p(\d+)\./.exec(hostOf(request))?.[1]);
    const listener = listeners[index];
    if (listener) void listener(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origins: Object.entries(pages).map(([name, page], index) => ({
      name,
      page,
      origin: `http://p${index}.localhost:${port}`,
    })),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const hostOf = ({ headers }: IncomingMessage): string => headers.host ?? "";

function appOf(page: OnePage, script: Awaited<ReturnType<typeof builtPageScript>>): Hono {
  const app = new Hono();
  const country = page.country ?? "DE";
  let tag = "";
  if (page.library) {
    const files = bundle(page.library, script);
    for (const { name, text } of [files.script, files.later, files.sanitize])
      app.get(`/${name}`, (c) => javascript(c, text));
    const said = country === "" ? "" : ` data-country="${country}"`;
    tag = `<script src="/${files.script.name}"${said}></script>`;
    if (page.endpoint === "fails") app.all("/forwhom/*", (c) => c.body(null, 503));
    const answers = endpoint({
      rules: files.rules,
      source: { visitor: async () => page.contact },
      secret: SECRET,
      now: () => Date.now() - (page.endpoint === "is old" ? 60 * 86_400_000 : 0),
      country: () => country || undefined,
      onProblem: () => undefined,
    });
    app.mount("/forwhom", answers.fetch);
    app.get("/library.json", (c) => c.json(page.library as object));
  }
  for (const [path, file] of Object.entries(VENDORS))
    app.get(path, async (c) => javascript(c, await readFile(new URL(file, MODULES), "utf8")));
  app.get("/empty", (c) => c.html("<!doctype html><title>Empty</title>"));
  app.get("/", async (c) => {
    if (page.contact) await signIn(c, { contact: "visitor", secret: SECRET });
    if (page.agreed) c.header("Set-Cookie", `${consentCookie(page.agreed)}; Path=/`, { append: true });
    return c.html(htmlOf(page, tag));
  });
  app.all("*", (c) => c.body(null, 204));
  return app;
}

const htmlOf = ({ head = "", body = "", script = "" }: OnePage, tag: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}${tag}</head>
<body><main>${body}</main><script>${script}</script></body></html>`;

const javascript = (c: Context, text: string) =>
  c.body(text, 200, { "Content-Type": "text/javascript; charset=utf-8" });
