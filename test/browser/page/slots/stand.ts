import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer-core";
import { bundle } from "../../../../sdk/cli/bundle/bundle.ts";
import { check } from "../../../../shared/library/check/check.ts";
import { sentence } from "../../../../shared/library/check/problem.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { signedInCookies } from "../../../bench/page/landing/cookies.ts";
import { library as bench } from "../../../bench/page/landing/library.ts";
import { builtPageScript } from "../../../site/published.ts";

export type Slot = Library["slots"][string];

let made = 0;

/** A slot of every page here whose one variation is for the visitor, unless the test says otherwise. */
export const slotOf = (content: Slot["neutral"], more: Partial<Slot> = {}): Slot => ({
  name: "A slot",
  moment: "any visit",
  pages: ["/*"],
  default: { goal: "acquisition" },
  neutral: { text: "Neutral" },
  variations: [{ id: `for-tier-a-${++made}`, for: "tier-a", goal: "acquisition", content }],
  ...more,
});

export type Stand = {
  readonly url: string;
  /** What the endpoint says of the visitor; a test changes it. */
  readonly membership: { segments: Record<string, object>; objected: boolean; asOf: string };
  /** Nothing is answered about the visitor until this resolves. */
  until: Promise<unknown>;
  readonly posted: object[];
  /** The paths that were asked for. */
  readonly asked: string[];
  readonly violations: string[];
  /** Further things to answer, by path: HTML, scripts, or pictures. */
  readonly files: Record<string, string>;
  readonly close: () => Promise<void>;
};

const CSP =
  "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /violations";

/** Serves one page with the script of a library that has these slots, under a strict CSP. */
export async function serveStand(
  slots: Library["slots"],
  body: string,
  more: Partial<Library> = {},
): Promise<Stand> {
  const { library, problems } = check({ ...bench, slots, ...more }, Date.now());
  if (!library) throw new Error(problems.map(sentence).join("\n"));
  const { script, later, sanitize, rules } = bundle(library, await builtPageScript());
  const scripts = new Map([script, later, sanitize].map(({ name, text }) => [`/${name}`, text]));
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Stand</title>
<script src="/${script.name}" data-country="DE"></script><link rel="stylesheet" href="/style.css"></head><body>${body}</body></html>`;
  const parts: Omit<Stand, "url" | "close"> = {
    membership: {
      forwhom: 1,
      identified: true,
      segments: Object.fromEntries(Object.keys(rules.memberships).map((id) => [id, { is: "yes" }])),
      properties: {},
      objected: false,
      stop: false,
      asOf: new Date().toISOString(),
      freshFor: 3_600,
    } as Stand["membership"],
    until: Promise.resolve(),
    posted: [],
    asked: [],
    violations: [],
    files: {},
  };
  const stand = parts as Stand;

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://stand.example");
    stand.asked.push(pathname);
    const text = scripts.get(pathname);
    const file = stand.files[pathname];
    if (pathname === "/favicon.ico") response.writeHead(204).end();
    else if (pathname === "/sign-in") {
      response.setHeader("Set-Cookie", signedInCookies(new Date()));
      send(response, "text/html", "<!doctype html><title>Signed in</title>");
    } else if (text !== undefined) send(response, "text/javascript", text);
    else if (file !== undefined) send(response, typeOf(pathname), file);
    else if (pathname === "/style.css")
      send(response, "text/css", "body{margin:0}section{min-height:200px}.far{height:3000px}");
    else if (pathname === "/forwhom/membership") {
      await stand.until;
      send(response, "application/json", JSON.stringify(stand.membership));
    } else if (request.method === "POST") {
      const said = await bodyOf(request);
      if (said === undefined) return;
      if (pathname === "/violations") {
        stand.violations.push(said);
        response.writeHead(204).end();
      } else {
        // Signing in and out is asked for without events.
        if (pathname === "/forwhom/events") stand.posted.push(...JSON.parse(said).events);
        send(response, "application/json", '{"forwhom":1,"refused":[]}');
      }
    } else if (pathname.startsWith("/page") || pathname === "/")
      response
        .writeHead(200, {
          "Content-Type": "text/html",
          "Content-Security-Policy": CSP,
          "Cache-Control": "no-store",
        })
        .end(page);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(stand, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** Undefined: the page was closed while it was sending. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  let said = "";
  try {
    for await (const chunk of request) said += chunk;
    return said;
  } catch {
    return undefined;
  }
}

const typeOf = (path: string) =>
  path.endsWith(".svg") ? "image/svg+xml" : path.endsWith(".js") ? "text/javascript" : "text/html";

const send = (response: ServerResponse, type: string, text: string) =>
  response
    .writeHead(200, {
      "Content-Type": `${type}; charset=utf-8`,
      "Cache-Control": "no-store",
      // A page in a sandboxed frame is of no origin.
      "Access-Control-Allow-Origin": "*",
    })
    .end(text);

/** Signed in, and agreed to everything. */
export const agree = (page: Page, url: string): Promise<unknown> => page.goto(`${url}/sign-in`);

/** A visit before the one that counts: afterwards the visitor's membership is on the device. */
export async function visitBefore(page: Page, url: string): Promise<void> {
  await agree(page, url);
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(() => localStorage.getItem("forwhom")?.includes('"answer"'));
}

/** What each slot shows, and whether it can be seen. */
export const seenOn = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>("[data-fw-slot]")].map((slot) => [
        slot.dataset.fwSlot ?? "",
        getComputedStyle(slot).visibility === "hidden" ? "(held)" : slot.hidden ? "" : slot.innerText.trim(),
      ]),
    ),
  );
