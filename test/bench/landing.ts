import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export const defaultColour = "#ff0055";
export const variationColour = "#0055ff";

/** As a real server flushes: the head, then what is in view, then the rest. */
const chunkGapMs = 20;

const csp = "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

const styles = `
body { margin: 0; font: 18px/1.5 sans-serif; color: #222; }
header, main > section, footer { padding: 24px 48px; }
[data-fw-slot] { display: block; min-height: 400px; padding: 48px; box-sizing: border-box; }
.hero { min-height: 304px; margin: 0; padding: 48px; box-sizing: border-box; color: #fff; }
.default { background: ${defaultColour}; }
.variation { background: ${variationColour}; }
h1 { margin: 0 0 16px; font-size: 56px; line-height: 1.1; }
`;

const head = (script: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Plan your capacity</title>
${script}
<link rel="stylesheet" href="/landing.css">
</head>
<body>
<header><a href="/">Northwind</a> · <a href="/product">Product</a> · <a href="/pricing">Pricing</a></header>
`;

const firstView = `<main>
<div data-fw-slot="hero">
<div class="hero default"><h1>Plan your capacity in one place</h1><p>For every team that ships.</p></div>
<template data-fw-variation="hero-tier-a"><div class="hero variation"><h1>Plan capacity across divisions</h1><p>For the largest teams.</p></div></template>
</div>
<section><h2>What it does</h2><p>It shows who works on what, and what fits in next week.</p></section>
`;

/** Where a slow server stops to think: the slot's default stands there alone. */
const inTheMiddle = firstView.indexOf("<template");
const slowGapMs = 200;

const rest = `${Array.from(
  { length: 40 },
  (_, at) =>
    `<section><h2>Reason ${at + 1}</h2><p>${"Teams plan better when they see the same numbers. ".repeat(6)}</p></section>\n`,
).join("")}</main>
<footer>Northwind</footer>
</body>
</html>`;

export interface Landing {
  readonly url: string;
  close(): Promise<void>;
}

export interface LandingParts {
  /** The page script at `/forwhom.js`, as `forwhom publish` writes it, and what it loads later, by path. */
  readonly scripts: Readonly<Record<string, string>>;
  /** What the endpoint says of the visitor. */
  readonly membership: object;
  readonly cookies: readonly string[];
}

/**
 * Serves one landing page under a strict CSP, streamed in three chunks: `/with` the script, `/without`
 * it, both with `?slow` from a server that stops in the middle of the hero, and `/sign-in`, which only sets the cookies of consent and of a known visitor.
 */
export async function serveLanding({ scripts, membership, cookies }: LandingParts): Promise<Landing> {
  const tag = '<script src="/forwhom.js" data-country="DE"></script>';
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://bench.example");
    if (pathname === "/with") streamPage(response, head(tag), search === "?slow");
    else if (pathname === "/without") streamPage(response, head(""), search === "?slow");
    else if (pathname === "/landing.css") sendFile(response, "text/css", styles);
    else if (scripts[pathname]) sendFile(response, "text/javascript", scripts[pathname]);
    else if (pathname === "/forwhom/membership") sendFresh(response, JSON.stringify(membership));
    else if (pathname === "/sign-in") {
      response.setHeader("Set-Cookie", cookies);
      sendFresh(response, "{}");
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

async function streamPage(response: ServerResponse, start: string, isSlow: boolean): Promise<void> {
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": csp,
    "Cache-Control": "no-store",
  });
  const view = isSlow ? [firstView.slice(0, inTheMiddle), firstView.slice(inTheMiddle)] : [firstView];
  for (const chunk of [start, ...view]) {
    response.write(chunk);
    await pause(isSlow ? slowGapMs : chunkGapMs);
  }
  response.end(rest);
}

/** Files are named by their content in production, so the browser may keep them. */
function sendFile(response: ServerResponse, type: string, text: string): void {
  response
    .writeHead(200, {
      "Content-Type": `${type}; charset=utf-8`,
      "Cache-Control": "public, max-age=3600, immutable",
    })
    .end(text);
}

function sendFresh(response: ServerResponse, json: string): void {
  response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" }).end(json);
}
