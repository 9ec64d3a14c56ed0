import type { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { AS_OF_HEADER } from "../../../shared/manifest/decodeMembership.ts";
import { tinyLibrary } from "../library/tiny.ts";
import { cookiesSetBy, NOW, site } from "./app.ts";

const lead = { contact: { lifecycleStage: "lead", optOut: false }, company: { employees: 10 } };
const LATER = NOW + 60_000;

/** The endpoint at a time that moves, and somebody who is signed in there. */
async function signedIn(visitors: Parameters<typeof site>[0], contact: string, changed = {}) {
  let now = NOW;
  const { app } = site(visitors, { now: () => now, ...changed });
  const cookie = cookiesSetBy(await app.request(`/sign-in/${contact}`, { method: "POST" }));
  const ask = (tag?: string, asker: Hono = app) =>
    asker.request("/forwhom/membership", { headers: { cookie, ...(tag && { "if-none-match": tag }) } });
  return { ask, later: () => (now = LATER) };
}

const tagOf = (response: Response) => response.headers.get("etag") ?? "none";

describe("the validator of an answer", () => {
  it("answers what is known already with 304, without a body, and when it was true by the endpoint's clock", async () => {
    const { ask, later } = await signedIn({ ada: lead }, "ada");
    const tag = tagOf(await ask());
    expect(tag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    later();
    const again = await ask(tag);
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get(AS_OF_HEADER)).toBe(new Date(LATER).toISOString());
    expect(tagOf(again)).toBe(tag);
    expect(again.headers.get("cache-control")).toBe("no-store");
  });

  it.each([
    ["strong, as a proxy may have made it", (tag: string) => tag.replace("W/", "")],
    ["among others", (tag: string) => `"x", ${tag}`],
  ])("knows its tag again: %s", async (_, changed) => {
    const { ask } = await signedIn({ ada: lead }, "ada");
    expect((await ask(changed(tagOf(await ask())))).status).toBe(304);
  });

  it("answers anew when anything in the answer is another", async () => {
    const visitors = { ada: { ...lead } };
    const { ask } = await signedIn(visitors, "ada");
    const tag = tagOf(await ask());
    visitors.ada = { ...lead, contact: { ...lead.contact, lifecycleStage: "customer" } };
    expect(await (await ask(tag)).json()).toMatchObject({ properties: { lifecycleStage: "customer" } });
  });

  it("never tells one person to go on using what another has, even where both answers are alike", async () => {
    const ada = await signedIn({ ada: lead, bob: lead }, "ada");
    const bob = await signedIn({ ada: lead, bob: lead }, "bob");
    expect((await bob.ask(tagOf(await ada.ask()))).status).toBe(200);
  });

  it.each([
    ["somebody who objected", { contact: { optOut: true } }, {}, { objected: true }],
    ["a library that stopped", lead, { library: tinyLibrary({ stop: true }) }, { stop: true }],
  ])("tells an answer from %s apart", async (_, visitor, changed, found) => {
    const before = await signedIn({ ada: lead }, "ada");
    const after = await signedIn({ ada: visitor }, "ada", changed);
    const answer = await after.ask(tagOf(await before.ask()));
    expect(await answer.json()).toMatchObject(found);
    expect((await after.ask(tagOf(answer))).status).toBe(304);
  });

  it("lets scripts of listed origins ask with it and read what they need", async () => {
    const origin = "https://www.northwind.example";
    const { app } = site({ ada: lead }, { origins: [origin] });
    const asked = await app.request("/forwhom/membership", {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "GET",
        "access-control-request-headers": "if-none-match",
      },
    });
    expect(asked.headers.get("access-control-allow-headers")?.toLowerCase()).toContain("if-none-match");
    const answer = await app.request("/forwhom/membership", { headers: { origin } });
    const readable = answer.headers.get("access-control-expose-headers")?.toLowerCase().split(/, ?/);
    expect(readable?.sort()).toEqual(["etag", "forwhom-as-of", "retry-after"]);
  });
});
