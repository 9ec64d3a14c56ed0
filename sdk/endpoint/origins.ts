import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { AS_OF_HEADER } from "../../shared/manifest/decodeMembership.ts";

/** Lets scripts of listed origins read answers, with cookies. Nobody else's: no wildcard, no reflection. */
export const readableFrom = (origins: readonly string[]): MiddlewareHandler =>
  cors({
    origin: (origin) => (origins.includes(origin) ? origin : null),
    credentials: true,
    allowMethods: ["GET", "POST"],
    allowHeaders: ["Content-Type", "If-None-Match"],
    exposeHeaders: ["ETag", "Retry-After", AS_OF_HEADER],
    maxAge: 600,
  });

/** Refuses what pages of other origins send: a browser always says where a POST comes from. */
export const writableFrom =
  (origins: readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    const origin = c.req.header("origin");
    if (origin !== undefined && !origins.includes(origin) && hostOf(origin) !== new URL(c.req.url).host)
      return c.json(
        { error: `Pages of ${hostOf(origin) ?? "that origin"} may not send anything here.` },
        403,
      );
    return next();
  };

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined);
