import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { acceptedCookie } from "../../bench/page/landing/cookies.ts";
import { defaultColour, variationColour } from "../../bench/page/landing/hero.ts";
import { publishForBench } from "../../bench/page/landing/script.ts";
import { type BuiltApp, buildApp, buildScript, FRAMEWORKS, isApp, type Mode } from "./build.ts";
import { library, variationOf } from "./library.ts";

/** React, Vue and Svelte keep to it too, as long as their pages hand over no HTML as a string. */
const csp = "default-src 'self'; require-trusted-types-for 'script'";

const styles = `
body { margin: 0; font: 18px/1.5 sans-serif; }
.block { height: 240px; }
.default { background: ${defaultColour}; }
.variation { background: ${variationColour}; }
.far { height: 3000px; }
`;

export type Apps = {
  readonly url: string;
  /** Lets go the rest of a page that `/stream` holds back. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
};

/**
 * Serves each app under its name (`?mode=development` for its development build),
 * `/plain` without any slot, `/pages/…` with a router of its own, and `/stream`, which waits
 * for `release`. `/sign-in` only sets the cookies of consent and of a known visitor.
 *
 * An app hydrates by itself, or with `?hydrate=late` once the test calls `window.app.hydrate()`. Its root is
 * marked unless `?mark=no`; the app takes the mark off once it has hydrated.
 */
export async function serveApps(): Promise<Apps> {
  const { scripts, answers = {} } = await publishForBench(library);
  const membership = answers["/forwhom/membership"];
  const router = await buildScript("router.ts");
  const built = new Map<string, Promise<BuiltApp>>();
  const appOf = (name: string, mode: string | null): Promise<BuiltApp> | undefined => {
    if (!isApp(name)) return undefined;
    const key = `${name} ${mode}`;
    const app = built.get(key) ?? buildApp(name, (mode ?? "production") as Mode);
    built.set(key, app);
    return app;
  };
  let waiting: (() => void)[] = [];

  async function answer(url: URL, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = url;
    const name = pathname.slice(1);
    const app = await appOf(searchParams.get("of") ?? name, searchParams.get("mode"));
    if (pathname === "/app.js") send(response, "text/javascript", app?.script ?? "");
    else if (app) send(response, "text/html", appPage(name, app.html, searchParams));
    else if (pathname === "/plain") send(response, "text/html", page("<main></main>"));
    else if (pathname.startsWith("/pages/")) send(response, "text/html", page(routed));
    else if (pathname === "/stream") streamPage(response);
    else if (pathname === "/router.js") send(response, "text/javascript", router);
    else if (pathname === "/hydrate.js") send(response, "text/javascript", "app.hydrate();");
    else if (pathname === "/style.css") send(response, "text/css", styles);
    else if (scripts[pathname]) send(response, "text/javascript", scripts[pathname]);
    else if (pathname === "/forwhom/membership")
      send(response, "application/json", JSON.stringify(membership));
    else if (pathname === "/forwhom/events") send(response, "application/json", '{"forwhom":1,"refused":[]}');
    else if (pathname === "/sign-in") {
      response.setHeader("Set-Cookie", [
        "forwhom_hash=0123456789abcdef; Path=/; SameSite=Lax; Max-Age=86400",
        acceptedCookie(new Date()),
      ]);
      send(response, "text/html", "<!doctype html><title>Signed in</title>");
    } else response.writeHead(204).end();
  }

  function streamPage(response: ServerResponse): void {
    response.writeHead(200, headers("text/html"));
    const [start = "", end = ""] = page(`<main><p>Before</p>${HELD}</main>`).split(HELD);
    response.write(start);
    waiting.push(() => response.end(`<section data-fw-slot="late">Own late</section><p>After</p>${end}`));
  }

  const server = createServer((request, response) => {
    answer(new URL(request.url ?? "/", "http://apps.example"), response).catch((error) =>
      response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    release: () => {
      for (const go of waiting) go();
      waiting = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const HELD = "<!-- held back -->";

const page = (body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Northwind</title>
<script src="/forwhom.js" data-country="DE"></script>
<link rel="stylesheet" href="/style.css">
</head>
<body>
${body}
</body>
</html>`;

const routed = `<header data-fw-slot="strip">Own strip</header><main></main><script src="/router.js"></script>`;

function appPage(name: string, html: string, query: URLSearchParams): string {
  const mark = query.get("mark") !== "no" && FRAMEWORKS.some((one) => one === name) ? " data-fw-hydrate" : "";
  const script = `<script src="/app.js?of=${name}&mode=${query.get("mode") ?? "production"}"></script>`;
  const hydrate = query.get("hydrate") === "late" ? "" : '<script src="/hydrate.js"></script>';
  return page(`<template data-fw-variation="hero-tier-a"><p>${variationOf("hero")}</p></template>
<template data-fw-variation="island-tier-a"><div class="block variation">${variationOf("island")}</div></template>
<div id="app"${mark}>${html}</div>
${script}${hydrate}`);
}

const headers = (type: string) => ({
  "Content-Type": `${type}; charset=utf-8`,
  "Content-Security-Policy": csp,
  "Cache-Control": type === "text/javascript" ? "public, max-age=3600, immutable" : "no-store",
});

const send = (response: ServerResponse, type: string, text: string) =>
  void response.writeHead(200, headers(type)).end(text);
