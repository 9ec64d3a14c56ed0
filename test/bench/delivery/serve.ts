import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { signedInCookies } from "../page/landing/cookies.ts";
import { type Collect, type Fault, faulty } from "./faults.ts";

export type Site = {
  readonly url: string;
  close(): Promise<void>;
};

export type SiteParts = {
  /** The page, at `/`; at `/quiet` it measures nothing. */
  readonly page: string;
  readonly scripts: Readonly<Record<string, string>>;
  /** Answers to anything else, by path. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Whether a request brings events. */
  readonly brings: (path: string) => boolean;
  readonly collect: Collect;
  /** Asked for each request that brings events. */
  readonly fault: () => Fault;
  readonly delayMs: () => number;
};

/** Serves one page with what it measures by, and misbehaves where its events arrive. */
export async function serveSite(parts: SiteParts): Promise<Site> {
  const { page, scripts, answers = {}, brings, collect, fault, delayMs } = parts;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://bench.example");
    const send = (type: string, text: string, status = 200) =>
      response
        .writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" })
        .end(text);
    const script = scripts[pathname];
    // A client that is killed while it sends ends the request: there is nobody to answer.
    if (request.method === "POST" && brings(pathname))
      faulty(fault(), collect, request, response, delayMs()).catch(() => response.destroy());
    else if (pathname === "/sign-in") {
      response.setHeader("Set-Cookie", signedInCookies(new Date()));
      send("text/html", "<!doctype html><title>Signed in</title>");
    } else if (script !== undefined) send("text/javascript", script);
    else if (pathname === "/" || pathname === "/quiet") send("text/html", page);
    else if (pathname in answers) send("application/json", JSON.stringify(answers[pathname]));
    else send("application/json", "{}", pathname === "/favicon.ico" ? 404 : 200);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
