import { Hono } from "hono";
import { embed } from "../../../../sdk/cli/bundle/embed.ts";
import { everyPart, laterWith, partsCode } from "../../../../sdk/cli/bundle/parts.ts";
import { listen } from "../../../../sdk/cli/listen.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import type { Manifest } from "../../../../shared/manifest/shape.ts";
import { signedInCookies } from "../../../bench/page/landing/cookies.ts";
import { builtPageScript } from "../../../site/published.ts";
import { CORPUS, VALUES } from "./corpus/corpus.ts";
import { libraryOf, type Sorted } from "./library.ts";
import type { Case } from "./ways.ts";

/** Under which policy a page stands. */
export const POLICIES = {
  none: "",
  strict: "default-src 'self'; require-trusted-types-for 'script'",
  stricter: "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
} as const;

export type Policy = keyof typeof POLICIES;

export type Site = {
  readonly url: string;
  /** What was asked for that only a payload asks for. */
  canaries(): readonly string[];
  close(): Promise<void>;
};

/** A manifest as somebody makes it by hand who goes round the check: the refused cases are in it too. */
export const manifestOf = ({ library, refused }: Sorted): Manifest => {
  const { manifest } = publish(library);
  const past = publish(libraryOf(refused) as Library).manifest;
  return {
    ...manifest,
    slots: { ...manifest.slots, ...past.slots },
    offers: { ...manifest.offers, ...past.offers },
  };
};

/**
 * Serves pages with every case in a slot of its own. `?policy=` says under which policy. `/` has no slot.
 * `/sign-in` sets the cookies of consent and of a known visitor, whose properties are the payloads.
 */
export async function serveCases(cases: readonly Case[], manifest: Manifest): Promise<Site> {
  const built = await builtPageScript();
  const files = { later: "forwhom.later.js", sanitize: "forwhom.sanitize.js" };
  const every = everyPart(built.parts, []);
  const parts = partsCode(every, built.parts);
  const later = laterWith(built.later, every, built.parts);
  /** Each page has only its own slots to carry. */
  const scriptOf = (page: string) => {
    const slots = Object.entries(manifest.slots).filter(([, { pages }]) => pages.includes(page));
    return embed(built.boot, { manifest: { ...manifest, slots: Object.fromEntries(slots) }, files, parts });
  };
  const canaries: string[] = [];
  const app = new Hono();

  app.get("/sign-in", (c) => {
    for (const cookie of signedInCookies(new Date())) c.header("Set-Cookie", cookie, { append: true });
    return c.html("<!doctype html><title>Signed in</title>");
  });
  app.get("/forwhom/membership", (c) =>
    c.json({
      forwhom: 1,
      identified: true,
      segments: {},
      properties: Object.fromEntries(VALUES.map((value, number) => [`p${number}`, value])),
      objected: false,
      stop: false,
      asOf: new Date().toISOString(),
      freshFor: 3_600,
    }),
  );
  app.post("/forwhom/events", (c) => c.json({ forwhom: 1, refused: [] }));
  app.get("/fragments/:number", (c) =>
    c.html(CORPUS[Number(c.req.param("number"))] ?? "", 200, { "Cache-Control": "max-age=3600" }),
  );
  app.get("/favicon.ico", (c) => c.body(null, 204));
  // Another origin lets everybody read what it has: only who asks can refuse it.
  app.get("/elsewhere", (c) =>
    c.redirect(`${new URL(c.req.url).origin.replace("127.0.0.1", "localhost")}/theirs`),
  );
  app.get("/theirs", (c) => c.html("<p>Theirs</p>", 200, { "Access-Control-Allow-Origin": "*" }));
  app.get("/pixel.svg", (c) =>
    c.body('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', 200, {
      "Content-Type": "image/svg+xml",
    }),
  );
  app.all("/canary/*", (c) => {
    canaries.push(c.req.path);
    return c.body("top.alert('canary')", 200, { "Content-Type": "text/javascript" });
  });
  app.get("/forwhom.later.js", (c) => c.body(later, 200, JAVASCRIPT));
  app.get("/forwhom.sanitize.js", (c) => c.body(built.sanitize, 200, JAVASCRIPT));
  app.get("/forwhom.js", (c) => c.body(scriptOf(c.req.query("page") ?? ""), 200, JAVASCRIPT));
  app.get("*", (c) => {
    const here = cases.filter(({ page }) => page === c.req.path);
    if (here.length === 0 && c.req.path !== "/") return c.body(null, 404);
    const policy = POLICIES[c.req.query("policy") as Policy];
    if (policy) c.header("Content-Security-Policy", policy);
    return c.html(document(c.req.path, here));
  });

  const { url, close } = await listen(app.fetch, { port: 0 });
  return { url, close, canaries: () => [...canaries] };
}

const JAVASCRIPT = { "Content-Type": "text/javascript; charset=utf-8" };

const document = (page: string, cases: readonly Case[]) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Safety</title>
<script src="/forwhom.js?page=${page}"></script>
</head>
<body>
${cases.map(({ markup }) => markup).join("\n")}
<p>The end</p>
</body>
</html>`;
