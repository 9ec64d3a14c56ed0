import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type CountryOf, countryOf } from "./country.ts";
import { memoryEvents } from "./events/memory.ts";
import { receive } from "./events/receive.ts";
import type { EventStore } from "./events/store.ts";
import { type IdentifyOptions, tokenVerifier } from "./identify.ts";
import { parsed } from "./json.ts";
import { type Found, membershipAnswer } from "./membership.ts";
import { readableFrom, writableFrom } from "./origins.ts";
import type { EndpointRules } from "./rules.ts";
import type { Source } from "./sources/source.ts";
import { answerOnce } from "./validator.ts";
import { contactOf, signIn, signOut } from "./visitor-key.ts";

export type EndpointOptions = {
  /** From `memberships.json`, or `endpointRules(library)`. */
  readonly rules: EndpointRules;
  readonly source: Source;
  /** Signs visitor keys. The same wherever visitors sign in. */
  readonly secret: string;
  readonly now?: () => number;
  /** Origins besides the endpoint's own whose pages may ask, such as `https://www.example.com`. */
  readonly origins?: readonly string[];
  readonly events?: EventStore;
  readonly country?: CountryOf;
  /** Lets pages sign visitors in by a token of yours. Not there: `POST /identify` is not there either. */
  readonly identify?: IdentifyOptions;
  /** How long a source may take, in milliseconds. Later counts as failed. */
  readonly sourceDeadline?: number;
  /** Told in one sentence, never with a visitor's key or values. */
  readonly onProblem?: (sentence: string) => void;
};

const MOST_BYTES = 512 * 1024;
const PLACES = ["GET /membership", "GET /context", "POST /events", "POST /sign-out"];

/**
 * The membership endpoint, a web-standard handler: `endpoint({ … }).fetch` answers a Request on
 * Node and on Cloudflare Workers alike. DESIGN §5.
 */
export function endpoint(options: EndpointOptions): Hono {
  const { rules, source, secret, origins = [], country } = options;
  const { now = Date.now, events = memoryEvents(), sourceDeadline = 2_000 } = options;
  const onProblem = options.onProblem ?? ((sentence: string) => console.error(sentence));
  const verify = options.identify && tokenVerifier(options.identify, now);
  const app = new Hono();

  app.use(readableFrom(origins));
  app.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
  });

  app.get("/membership", async (c) => {
    const key = await contactOf(c, secret);
    const found = key === undefined ? ({ is: "nobody" } as const) : await find(key);
    const onMismatch = (property: string) =>
      onProblem(
        `A value of property ${property} is not of its type ${rules.properties[property]?.type}: not used.`,
      );
    return answerOnce(c, membershipAnswer(found, rules, now(), onMismatch), key ?? "");
  });

  app.get("/context", (c) => c.json({ country: countryOf(c.req.raw, country) ?? null }));

  const tooLarge = {
    maxSize: MOST_BYTES,
    onError: () => error(413, `At most ${MOST_BYTES} bytes at a time.`),
  };
  app.post("/events", writableFrom(origins), bodyLimit(tooLarge), (c) => receive(c, events));

  if (verify)
    app.post("/identify", writableFrom(origins), bodyLimit(tooLarge), async (c) => {
      const verified = await verify(parsed(await c.req.text()));
      if ("error" in verified) return error(verified.status, verified.error);
      await signIn(c, { contact: verified.contact, secret });
      return c.json({ forwhom: 1, identified: true });
    });

  app.post("/sign-out", writableFrom(origins), (c) => {
    signOut(c);
    return c.json({ forwhom: 1, identified: false });
  });

  app.notFound(() =>
    error(
      404,
      `There is nothing here: ${verify ? [...PLACES, "POST /identify"].join(", ") : PLACES.join(", ")}.`,
    ),
  );
  app.onError((thrown) => {
    onProblem(`An answer failed: ${thrown.message}`);
    return error(503, "This could not be answered now. Try again later.");
  });
  return app;

  async function find(key: string): Promise<Found> {
    const deadline = AbortSignal.timeout(sourceDeadline);
    const late = new Promise<never>((_, reject) =>
      deadline.addEventListener("abort", () => reject(new Error(`no answer within ${sourceDeadline} ms`))),
    );
    try {
      const records = await Promise.race([source.visitor(key, deadline), late]);
      return records === undefined ? { is: "nobody" } : { is: "somebody", records };
    } catch (thrown) {
      onProblem(`The source failed: ${thrown instanceof Error ? thrown.message : String(thrown)}.`);
      return { is: "failed" };
    }
  }
}

const error = (status: number, sentence: string) => Response.json({ error: sentence }, { status });
