import { Hono } from "hono";
import { type EndpointOptions, endpoint } from "../../../sdk/endpoint/endpoint.ts";
import { endpointRules } from "../../../sdk/endpoint/rules.ts";
import type { Records, Source } from "../../../sdk/endpoint/sources/source.ts";
import { signIn, signOut } from "../../../sdk/endpoint/visitor-key.ts";
import type { Library } from "../../../shared/library/library.ts";
import { type MembershipAnswer, membershipSchema } from "../../../shared/manifest/membership.ts";
import { tinyLibrary } from "../library/tiny.ts";

export const SECRET = "a secret for tests";
export const NOW = Date.parse("2026-11-24T09:00:00Z");

export const sourceOf = (visitors: Readonly<Record<string, Records>>): Source => ({
  visitor: async (key) => (Object.hasOwn(visitors, key) ? visitors[key] : undefined),
});

export type Changed = Partial<EndpointOptions> & { readonly library?: Library };

/** The endpoint beside a sign-in, as a site has both, and the problems that it named. */
export function site(visitors: Readonly<Record<string, Records>>, { library, ...changed }: Changed = {}) {
  const problems: string[] = [];
  const app = new Hono();
  app.post("/sign-in/:contact", async (c) => {
    await signIn(c, { contact: c.req.param("contact"), secret: SECRET });
    return c.text("signed in");
  });
  app.post("/sign-out", (c) => {
    signOut(c);
    return c.text("signed out");
  });
  const options = {
    rules: endpointRules(library ?? tinyLibrary()),
    source: sourceOf(visitors),
    secret: SECRET,
    now: () => NOW,
    onProblem: (sentence: string) => problems.push(sentence),
    ...changed,
  };
  app.mount("/forwhom", endpoint(options).fetch);
  return { app, problems };
}

export const cookiesSetBy = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");

/** What the endpoint answers to a contact who signed in. Throws when it is not of the agreed shape. */
export async function answerFor(contact: string | undefined, app: Hono): Promise<MembershipAnswer> {
  const signed =
    contact === undefined ? undefined : await app.request(`/sign-in/${contact}`, { method: "POST" });
  const headers = { cookie: signed ? cookiesSetBy(signed) : "" };
  const response = await app.request("/forwhom/membership", { headers });
  if (response.status !== 200) throw new Error(`status ${response.status}`);
  return membershipSchema.parse(await response.json());
}
