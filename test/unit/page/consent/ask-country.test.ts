import { afterEach, describe, expect, it, vi } from "vitest";
import { askCountry } from "../../../../sdk/page/consent/ask-country.ts";
import type { Session } from "../../../../sdk/page/session.ts";

const { signal } = new AbortController();
const where = { from: "page", of: "country" };

/** A page view in which the endpoint answers this, and what became of it. */
function view(answer: unknown, more: Partial<Session> = {}, manifest: object = {}) {
  const asked = vi.fn(async (_url: string, _how: RequestInit) => Response.json(answer));
  vi.stubGlobal("fetch", asked);
  const learn = vi.fn();
  const session = {
    manifest: {
      endpoint: "/forwhom",
      consent: { source: "klaro", gates: {}, regions: { "opt-out": ["US"] } },
      properties: { home: where, tier: { from: "crm", of: "company" } },
      ...manifest,
    },
    learn,
    ...more,
  } as unknown as Session;
  return { session, asked, learn };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the country that the endpoint says", () => {
  it("is asked for as anybody, and then learned", async () => {
    const { session, asked, learn } = view({ country: "US" });
    await askCountry(session, signal);
    expect(asked.mock.calls).toEqual([
      ["/forwhom/context", { credentials: "omit", cache: "no-store", signal: expect.any(AbortSignal) }],
    ]);
    expect(learn.mock.calls).toEqual([["US"]]);
  });

  it.each<[string, unknown]>([
    ["a name", { country: "Germany" }],
    ["in small letters", { country: "us" }],
    ["not known", { country: null }],
    ["not said", {}],
    ["a number", { country: 49 }],
    ["a list", { country: ["US", "DE"] }],
  ])("is nothing to go by where it is %s", async (_, answer) => {
    const { session, learn } = view(answer);
    await askCountry(session, signal);
    expect(learn).not.toHaveBeenCalled();
  });

  const nowhere = { consent: { source: "klaro", gates: {} }, properties: {} };
  it.each<[string, Partial<Session>, object]>([
    ["the page has said it", { country: "DE" }, {}],
    ["there is no endpoint", {}, { endpoint: undefined }],
    ["the library depends on it in nothing", {}, nowhere],
    ["the library lists no country", {}, { ...nowhere, consent: { regions: { "opt-out": [] } } }],
  ])("is not asked for where %s", async (_, more, manifest) => {
    const { session, asked } = view({ country: "US" }, more, manifest);
    await askCountry(session, signal);
    expect(asked).not.toHaveBeenCalled();
  });

  it.each<[string, object]>([
    ["consent", { properties: {} }],
    ["a property", { consent: { source: "klaro", gates: {} } }],
  ])("is asked for where only %s depends on it", async (_, manifest) => {
    const { session, learn } = view({ country: "US" }, {}, manifest);
    await askCountry(session, signal);
    expect(learn.mock.calls).toEqual([["US"]]);
  });

  it("is not waited for once Forwhom is stopped", async () => {
    const stop = new AbortController();
    const { session, asked } = view({ country: "US" });
    await askCountry(session, stop.signal);
    stop.abort();
    expect(asked.mock.calls[0]?.[1].signal?.aborted).toBe(true);
  });
});
