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
  manifest?: "is not JSON" | "is missing" | undefined;
};

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
