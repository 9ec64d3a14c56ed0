import { fileURLToPath } from "node:url";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import type { PageScript } from "../../sdk/cli/bundle/page-script.ts";
import { listen } from "../../sdk/cli/listen.ts";
import { endpoint } from "../../sdk/endpoint/endpoint.ts";
import type { ReportedEvent } from "../../sdk/endpoint/events/event.ts";
import { memoryEvents } from "../../sdk/endpoint/events/memory.ts";
import { fileSource } from "../../sdk/endpoint/sources/file.ts";
import type { Source } from "../../sdk/endpoint/sources/source.ts";
import { contactOf, signIn, signOut } from "../../sdk/endpoint/visitor-key.ts";
import { type Faults, misbehave, misbehaveFiles } from "./faults.ts";
import { filledPage, PAGE_PATHS, PAGES_FOLDER } from "./pages.ts";
import { builtPageScript, demoLibrary, publishedInMemory } from "./published.ts";

export type SiteOptions = {
  /** 0: the system chooses. A taken one is stepped past. */
  readonly port: number;
  /** The visitor's country; empty: nobody says it. */
  readonly country?: string;
  /** Where it is said besides the endpoint; on the script's tag unless told. */
  readonly countryIn?: "tag" | "Server-Timing" | "endpoint";
  /** Instead of the demonstration's own library. */
  readonly library?: unknown;
  readonly contacts?: Source;
  /** Instead of the built page script. */
  readonly page?: PageScript;
  /** SDK and manifest in one script, or apart. */
  readonly embedding?: "one script" | "apart";
  /** The pages without Forwhom, to compare with. */
  readonly withoutForwhom?: boolean;
  /**
   * `none`: no script may make a Trusted Types policy, not even the consent manager's own page. Its
   * dialog then cannot open, so consent has to be in its cookie already.
   */
  readonly trustedTypes?: "default" | "none";
  readonly onProblem?: (sentence: string) => void;
};

export type SiteRequest = { readonly method: string; readonly path: string; readonly search: string };

export type Site = {
  readonly url: string;
  readonly port: number;
  /** The ports that were wanted before and are taken. */
  readonly taken: readonly number[];
  readonly faults: Faults;
  /** The exposures and conversions that were received. */
  events(): readonly ReportedEvent[];
  /** Every request so far, in order. */
  requests(): readonly SiteRequest[];
  /** What the browser reported against the Content-Security-Policy. */
  violations(): readonly unknown[];
  close(): Promise<void>;
};

/** A demonstration needs no secret that is one. */
const SECRET = "northwind-demonstration";
/** Signs the tokens by which a page of the demonstration may identify its visitor. */
export const TOKEN_SECRET = "northwind-demonstration-of-tokens";
const CONTACTS = fileURLToPath(new URL("./contacts.ndjson", import.meta.url));
const VENDOR = fileURLToPath(new URL("../../node_modules/vanilla-cookieconsent/dist/", import.meta.url));

/** The strictest policy under which the site and its consent manager work. */
const policy = (trustedTypes: "default" | "none") =>
  [
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes === "none" ? "'none'" : trustedTypes}`,
    "report-uri /violations",
  ].join("; ");

/** Starts the demonstration site with its membership endpoint. */
export async function createSite(options: SiteOptions): Promise<Site> {
  const { country = "DE", embedding = "one script", trustedTypes = "default" } = options;
  const onProblem = options.onProblem ?? ((sentence: string) => console.error(sentence));
  const { library, bundle } = publishedInMemory(
    options.library ?? (await demoLibrary()),
    options.page ?? (await builtPageScript()),
  );
  const contacts = options.contacts ?? (await fileSource(CONTACTS, onProblem));
  const faults: Faults = {};
  const events = memoryEvents();
  const requests: SiteRequest[] = [];
  const violations: unknown[] = [];

  const script = embedding === "apart" ? "forwhom.js" : bundle.script.name;
  const { countryIn = country === "" ? "endpoint" : "tag" } = options;
  const said = countryIn === "tag" ? ` data-country="${country}"` : "";
  const tag = options.withoutForwhom ? "" : `<script src="/${script}"${said}></script>`;

  const app = new Hono();
  app.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    requests.push({ method: c.req.method, path: pathname, search });
    await next();
  });

  app.use(misbehaveFiles(faults));
  for (const { name, text } of [bundle.script, bundle.later, bundle.sanitize])
    app.get(`/${name}`, (c) => javascript(c, text, "public, max-age=31536000, immutable"));
  for (const { name, text } of bundle.apart)
    app.get(`/${name}`, (c) => {
      if (name.endsWith(".js")) return javascript(c, text, "no-cache");
      return c.body(text, 200, { "Content-Type": "application/json" });
    });

  app.use("/forwhom/*", misbehave(faults));
  const answers = endpoint({
    rules: bundle.rules,
    source: contacts,
    secret: SECRET,
    events,
    onProblem,
    country: () => country,
    identify: { secret: TOKEN_SECRET },
  });
  app.mount("/forwhom", answers.fetch);

  // Only here, so that the extension can be pointed at it: a site of your own keeps its library to itself.
  app.get("/library.json", (c) => c.json(library, 200, { "Access-Control-Allow-Origin": "*" }));

  app.post("/sign-in", async (c) => {
    const { contact } = await c.req.parseBody();
    const isKnown = typeof contact === "string" && (await visitor(contact)) !== undefined;
    if (isKnown) await signIn(c, { contact, secret: SECRET });
    return c.redirect(backFrom(c), 303);
  });
  app.post("/sign-out", (c) => {
    signOut(c);
    return c.redirect(backFrom(c), 303);
  });
  app.post("/violations", async (c) => {
    violations.push(await c.req.json().catch(() => undefined));
    return c.body(null, 204);
  });

  app.use(etag());
  for (const path of PAGE_PATHS)
    app.get(path, async (c) =>
      c.html(await filledPage(path, { forwhom: tag, name: await nameOf(c) }), 200, {
        "Content-Security-Policy": policy(trustedTypes),
        "X-Content-Type-Options": "nosniff",
        ...(countryIn === "Server-Timing" && { "Server-Timing": `country;desc="${country}"` }),
        // Asked again each time, since the account stands in it; "no-store" would cost the Back button its speed.
        "Cache-Control": "private, no-cache",
        Vary: "Cookie",
      }),
    );
  app.use(
    "/vendor/*",
    serveStatic({ root: VENDOR, rewriteRequestPath: (path) => path.replace("/vendor", "") }),
  );
  app.use("*", serveStatic({ root: PAGES_FOLDER, onFound: (_, c) => c.header("Cache-Control", "no-cache") }));

  const listening = await listen(app.fetch, { port: options.port });
  return {
    ...listening,
    faults,
    events: () => events.all(),
    requests: () => [...requests],
    violations: () => [...violations],
  };

  async function nameOf(c: Context): Promise<string | undefined> {
    const contact = await contactOf(c, SECRET);
    if (contact === undefined) return undefined;
    const name = (await visitor(contact))?.contact?.firstName;
    return typeof name === "string" && name !== "" ? name : contact;
  }

  function visitor(contact: string) {
    // A site goes on without its CRM: whoever is signed in stays so.
    return contacts.visitor(contact, new AbortController().signal).catch(() => undefined);
  }
}

const javascript = (c: Context, text: string, cacheControl: string) =>
  c.body(text, 200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": cacheControl });

/** The page whose form it was, on this site only. */
function backFrom(c: Context): string {
  const from = c.req.header("referer");
  const url = from !== undefined && URL.canParse(from) ? new URL(from) : undefined;
  return url && url.host === new URL(c.req.url).host ? `${url.pathname}${url.search}` : "/";
}
