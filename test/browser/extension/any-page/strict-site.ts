import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import { listen } from "../../../../sdk/cli/listen.ts";

/** The strictest policy there is: only files of its own, and nobody may make HTML or script of a text. */
const POLICY =
  "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'; report-uri /violations";

/** A site without Forwhom, which hears of every violation and of every click. */
export type StrictSite = {
  readonly url: string;
  /** What browsers reported to it. */
  violations(): readonly unknown[];
  close(): Promise<void>;
};

/** What the page's own script keeps of what happens there. */
export type Kept = { readonly violations: string[]; readonly clicks: string[] };

export async function strictSite(): Promise<StrictSite> {
  const library = await readFile("test/site/library.json", "utf8");
  const violations: unknown[] = [];
  const app = new Hono();
  app.get("/library.json", (c) =>
    c.body(library, 200, { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" }),
  );
  app.post("/violations", async (c) => {
    violations.push(await c.req.json().catch(() => undefined));
    return c.body(null, 204);
  });
  app.get("/page.js", (c) => c.body(SCRIPT, 200, { "Content-Type": "text/javascript; charset=utf-8" }));
  app.get("/page.css", (c) => c.body(STYLE, 200, { "Content-Type": "text/css" }));
  app.get("/favicon.ico", (c) => c.body(null, 204));
  app.get("/", (c) => c.html(PAGE, 200, { "Content-Security-Policy": POLICY }));
  app.get("/clicked", (c) => c.html("<!doctype html><title>Clicked</title><p>Clicked"));
  const { url, close } = await listen(app.fetch, { port: 0 });
  return { url, close, violations: () => [...violations] };
}

/** Listens before everybody else, as an analytics script would. */
const SCRIPT = `
window.kept = { violations: [], clicks: [] };
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, sourceFile }) =>
  kept.violations.push(effectiveDirective + " " + sourceFile));
for (const place of [window, document])
  place.addEventListener("click", ({ target, isTrusted }) =>
    isTrusted && kept.clicks.push((place === window ? "window: " : "document: ") + target.localName), true);
`;

const STYLE = `
body { margin: 0; font: 18px/1.5 sans-serif; background: #f3f6fb; color: #14213d; }
main { max-width: 720px; margin: 0 auto; padding: 48px 24px; }
a { color: #0b57d0; }
`;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Ledgerly</title>
<script src="/page.js"></script>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<main>
<h1>Close the quarter in five days</h1>
<p>Ledgerly brings every <em>number</em> together.</p>
<p><a href="/clicked">Start for free</a></p>
<section><h2>What it does</h2><p>It counts.</p></section>
</main>
</body>
</html>`;
