import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { brotliCompressSync } from "node:zlib";
import { type LandingPage, landingPage, signInPage, styles } from "./document.ts";

const chunkGapMs = 20;
const slowGapMs = 200;

export interface Landing {
  readonly url: string;
  close(): Promise<void>;
}

export interface LandingParts {
  /** The page script at `/forwhom.js`, as `forwhom publish` writes it, and whatever else is loaded, by path. */
  readonly scripts: Readonly<Record<string, string>>;
  /** What is answered in JSON, by path: `/forwhom/membership` says who the visitor is. */
  readonly answers?: Readonly<Record<string, object>>;
  /** How long each of these answers takes. */
  readonly answerAfterMs?: number;
  /** How a browser may keep the page; not at all unless said. */
  readonly cacheControl?: string;
  /** What signing in leaves: consent, and who the visitor is. */
  readonly cookies?: readonly string[];
}

/**
 * Serves one landing page under a strict CSP, streamed in three chunks: at `/without` as it is, at `/with`
 * with Forwhom, at `/inline` and `/growthbook` with the other ways; each also with `?slow`, from a server that
 * stops in the middle of the hero. `/sign-in` sets the cookies. Scripts and styles are sent as brotli.
 */
export async function serveLanding(parts: LandingParts): Promise<Landing> {
  const { scripts, answers = {}, answerAfterMs = 0, cacheControl = "no-store", cookies = [] } = parts;
  const files = new Map<string, File>([
    ["/landing.css", fileOf("text/css", styles)],
    ...Object.entries(scripts).map(([path, text]) => [path, fileOf("text/javascript", text)] as const),
  ]);
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://bench.example");
    const page = landingPage(pathname);
    const file = files.get(pathname);
    const answer = answers[pathname];
    if (page) await streamPage(response, page, cacheControl, search === "?slow");
    else if (file) sendFile(response, file);
    else if (answer) {
      await pause(answerAfterMs);
      sendFresh(response, "application/json", JSON.stringify(answer));
    } else if (pathname === "/sign-in") {
      response.setHeader("Set-Cookie", cookies);
      sendFresh(response, "text/html", signInPage);
    } else response.writeHead(pathname.startsWith("/forwhom/") ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function streamPage(
  response: ServerResponse,
  page: LandingPage,
  cacheControl: string,
  isSlow: boolean,
): Promise<void> {
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": page.csp,
    "Cache-Control": cacheControl,
  });
  const [head, firstView, rest] = page.chunks;
  const view = isSlow
    ? [firstView.slice(0, page.inTheMiddle), firstView.slice(page.inTheMiddle)]
    : [firstView];
  for (const chunk of [head, ...view]) {
    response.write(chunk);
    await pause(isSlow ? slowGapMs : chunkGapMs);
  }
  response.end(rest);
}

interface File {
  readonly type: string;
  readonly brotli: Buffer;
}

const fileOf = (type: string, text: string): File => ({ type, brotli: brotliCompressSync(text) });

/** Files are named by their content in production, so the browser may keep them. */
function sendFile(response: ServerResponse, { type, brotli }: File): void {
  response
    .writeHead(200, {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Encoding": "br",
      "Cache-Control": "public, max-age=3600, immutable",
    })
    .end(brotli);
}

function sendFresh(response: ServerResponse, type: string, text: string): void {
  response
    .writeHead(200, { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" })
    .end(text);
}
