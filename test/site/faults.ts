import type { MiddlewareHandler } from "hono";

/** How the site misbehaves. Change it while the site runs; an empty one is a site in order. */
export type Faults = {
  membership?:
    | "fails"
    | "refuses"
    | "answers HTML"
    | "answers half of it"
    | "answers 5 MB"
    | "answers a wrong version"
    | "never answers"
    | undefined;
  /** Milliseconds before any answer about membership. */
  membershipDelay?: number | undefined;
  events?: "fail" | undefined;
  /** Of `forwhom.json`, where it lies apart from the script. */
  manifest?: ManifestFault | undefined;
  /** Of a script that is loaded after the first: `later`, `decode` or `sanitize`. */
  scripts?: Readonly<Record<string, ScriptFault | undefined>> | undefined;
};

export type ManifestFault =
  | "is missing"
  | "fails"
  | "is HTML"
  | "is cut off"
  | "is of a wrong version"
  | "has 5 MB"
  | "leads to a script"
  | "never comes";

export type ScriptFault = "is missing" | "fails once" | "is HTML" | "is cut off" | "throws" | "never comes";

const HTML = "<!doctype html><title>Sign in to the hotel’s network</title>";

const EMPTY = {
  forwhom: 1,
  identified: true,
  segments: {},
  objected: false,
  stop: false,
  asOf: "2026-11-24T09:00:00Z",
  freshFor: 300,
};

/** Misbehaves instead of the endpoint, as `faults` says at that moment. */
export const misbehave =
  (faults: Faults): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.path.endsWith("/events") && faults.events) return c.text("Out of order.", 500);
    if (!c.req.path.endsWith("/membership")) return next();
    if (faults.membershipDelay) await new Promise((done) => setTimeout(done, faults.membershipDelay));
    switch (faults.membership) {
      case "fails":
        return c.text("Out of order.", 500);
      case "refuses":
        return c.text("Not for you.", 403);
      case "answers half of it":
        return c.body('{"forwhom":1,"identified":true,"segm', 200, { "Content-Type": "application/json" });
      case "answers 5 MB":
        return c.json({ ...EMPTY, properties: { firstName: "x".repeat(5_000_000) } });
      case "answers HTML":
        return c.html(HTML);
      case "answers a wrong version":
        return c.json({ forwhom: 2, identified: true, segments: {}, properties: {} });
      case "never answers":
        // Until whoever asked goes away.
        return new Promise((done) =>
          c.req.raw.signal.addEventListener("abort", () => done(c.body(null, 499 as 400))),
        );
      default:
        return next();
    }
  };

/** The same instead of the files of the page script; before the routes that serve them. */
export const misbehaveFiles =
  (faults: Faults): MiddlewareHandler =>
  async (c, next) => {
    const { path } = c.req;
    const part = /^\/forwhom\.(\w+)\.\w+\.js$/.exec(path)?.[1] ?? "";
    const fault = path === "/forwhom.json" ? faults.manifest : faults.scripts?.[part];
    if (!fault) return next();
    if (fault === "is missing") return c.notFound();
    if (fault === "fails once") faults.scripts = { ...faults.scripts, [part]: undefined };
    if (fault === "fails" || fault === "fails once") return c.text("Out of order.", 500);
    if (fault === "is HTML") return c.html(HTML);
    if (fault === "never comes") return untilGone(c.req.raw).then(() => c.body(null, 499 as 400));
    await next();
    const text = await c.res.text();
    c.res = c.body(changed(text, fault), 200, {
      "Content-Type": c.res.headers.get("Content-Type") ?? "",
      "Cache-Control": "no-store",
    });
    return undefined;
  };

function changed(text: string, fault: ManifestFault | ScriptFault): string {
  switch (fault) {
    case "is cut off":
      return text.slice(0, text.length / 2);
    case "throws":
      return `throw new Error("A part that throws");${text}`;
    case "is of a wrong version":
      return text.replace('"forwhom":1', '"forwhom":2');
    case "leads to a script":
      return text.replace(/"href":"[^"]*"/, '"href":"javascript:alert(1)"');
    default:
      return text.replace(/"name":"/, `"name":"${"x".repeat(5_000_000)}`);
  }
}

const untilGone = (request: Request) =>
  new Promise<void>((gone) => {
    request.signal.addEventListener("abort", () => gone());
  });
