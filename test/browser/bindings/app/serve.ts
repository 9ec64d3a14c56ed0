import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "puppeteer-core";
import { createElement, StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { demoLibrary } from "../../../site/published.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { App, DEFAULT_COLOUR, VARIATION_COLOUR } from "./react-app.ts";

/** Where the apps stand on the demonstration site, beside its own pages. */
export const REACT = "/app/react";
/** The same behind a script that blocks its parsing. */
export const SLOW_REACT = "/app/react-slow";
export const ELEMENT = "/app/element";

const STYLE = `
  body { margin: 0 }
  forwhom-slot { display: block }
  .default, .variation { height: 300px; margin: 0; color: #fff }
  .default { background: ${DEFAULT_COLOUR} }
  .variation { background: ${VARIATION_COLOUR} }`;

const ELEMENTS = `<main>
  <forwhom-slot name="hero">
    <h1 class="default">For everybody</h1>
    <template data-fw-variation="hero-cfo"><h1 class="variation">A plan for the board</h1></template>
    <template data-fw-variation="neutral"><h1>Welcome back</h1></template>
  </forwhom-slot>
</main>`;

export type Apps = {
  readonly site: Site;
  /** Answers the apps' pages and scripts in this tab; the script at a path only after what is given for it. */
  readonly serveTo: (page: Page, after?: Readonly<Record<string, Promise<unknown>>>) => Promise<void>;
};

/**
 * The demonstration site, on which two apps stand that show its slots by a binding.
 *
 * @param hold how long slots may be invisible, in milliseconds: long where a test is not about the deadline,
 * since a busy machine may miss a short one, as it should.
 */
export async function serveApps(hold: number): Promise<Apps> {
  const site = await createSite({ port: 0, library: await libraryForApps(hold) });
  const tag = /<script src="\/forwhom[^>]*><\/script>/.exec(await (await fetch(site.url)).text())?.[0] ?? "";
  const reactApp = renderToString(createElement(StrictMode, null, createElement(App)));
  const pages: Readonly<Record<string, string>> = {
    [REACT]: htmlOf(tag, `<div id="root">${reactApp}</div>`, "/app/react.js"),
    [SLOW_REACT]: htmlOf(
      `${tag}<script src="/app/slow.js"></script>`,
      `<div id="root">${reactApp}</div>`,
      "/app/react.js",
    ),
    [ELEMENT]: htmlOf(tag, ELEMENTS, "/app/element.js"),
  };
  const scripts: Readonly<Record<string, string>> = {
    "/app/react.js": await bundled("./react-client.ts"),
    "/app/slow.js": "// Nothing but its time.",
    "/app/element.js": await bundled("../../../../sdk/element/index.ts"),
  };
  return {
    site,
    async serveTo(page, after = {}) {
      await page.setRequestInterception(true);
      page.on("request", async (request) => {
        const { pathname } = new URL(request.url());
        const [html, script] = [pages[pathname], scripts[pathname]];
        if (html) return request.respond({ contentType: "text/html; charset=utf-8", body: html });
        if (!script) return request.continue();
        await after[pathname];
        return request.respond({ contentType: "text/javascript", body: script }).catch(() => {});
      });
    },
  };
}

const htmlOf = (tag: string, body: string, script: string) => `<!doctype html><html lang="en"><head>
  <meta charset="utf-8"><title>An app</title><link rel="icon" href="data:,">${tag}<style>${STYLE}</style>
  <script src="/vendor/cookieconsent.umd.js"></script><script src="/consent.js"></script>
</head><body>${body}<script type="module" src="${script}"></script></body></html>`;

/** The demonstration's library, whose slots stand on the apps' pages too, found by their names alone. */
async function libraryForApps(hold: number): Promise<unknown> {
  const library = (await demoLibrary()) as { slots: Record<string, SlotOfLibrary> };
  for (const slot of Object.values(library.slots)) {
    slot.pages.push("/app/*");
    slot.hold = hold;
    delete slot.selector;
  }
  return library;
}

type SlotOfLibrary = { pages: string[]; selector?: string; hold?: number };

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    // React speaks of what went wrong while hydrating only then.
    define: { "process.env.NODE_ENV": '"development"' },
  });
  return outputFiles[0]?.text ?? "";
}
