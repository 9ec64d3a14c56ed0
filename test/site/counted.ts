import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export type Counted = {
  /** The same site on a port of its own, with the tracker's script in it. */
  readonly url: string;
  /** What the tracker was sent so far, by what it was said to be about. */
  readonly hits: () => readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * Stands before a site, on a port of its own, and lets its pages be counted by somebody else under another name, as
 * the site's own policy would not: every page sends one hit when it loads, and `count(about)` sends another.
 * The browser has to take `host` for this machine.
 */
export async function countedBy(host: string, path: string, site: string): Promise<Counted> {
  const hits: string[] = [];
  const behind = new URL(site);
  const server = createServer((asked, answer) => {
    const { pathname, searchParams } = new URL(asked.url ?? "/", "http://any");
    if (asked.headers.host?.startsWith(`${host}:`)) {
      if (asked.method === "GET" && pathname === path) hits.push(searchParams.get("about") ?? "");
      return void answer.writeHead(204, { "Access-Control-Allow-Origin": "*" }).end();
    }
    if (pathname === "/counting.js") {
      const { port } = server.address() as AddressInfo;
      const script = `window.count = (about) => fetch("http://${host}:${port}${path}?about=" + about).then(() => true, () => false); count("load");`;
      return void answer.writeHead(200, { "Content-Type": "text/javascript" }).end(script);
    }
    const { "accept-encoding": _zipped, "if-none-match": _known, ...headers } = asked.headers;
    const passed = request(
      { host: behind.hostname, port: behind.port, path: asked.url, method: asked.method, headers },
      (got) => {
        const parts: Buffer[] = [];
        got.on("data", (part: Buffer) => parts.push(part));
        got.on("end", () => {
          const { "content-security-policy": _policy, "content-length": _length, ...kept } = got.headers;
          const whole = Buffer.concat(parts);
          const isPage = got.headers["content-type"]?.startsWith("text/html");
          const text = isPage
            ? whole.toString().replace("</head>", '<script src="/counting.js" defer></script></head>')
            : whole;
          answer.writeHead(got.statusCode ?? 500, kept).end(text);
        });
      },
    );
    passed.on("error", () => answer.writeHead(502).end());
    asked.pipe(passed);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    hits: () => [...hits],
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
