import { afterEach, describe, expect, it, vi } from "vitest";
import { askCountry } from "../../../../sdk/page/consent/ask-country.ts";
import { needsCountry } from "../../../../sdk/page/consent/needs-country.ts";
import type { Session } from "../../../../sdk/page/session.ts";

const { signal } = new AbortController();
const learned = () => {};
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
    await askCountry(session, learned, signal);
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
    await askCountry(session, learned, signal);
    expect(learn).not.toHaveBeenCalled();
  });

  it.each<[string, Partial<Session>, object]>([
    ["the page has said it", { country: "DE" }, {}],
    ["there is no endpoint", {}, { endpoint: undefined }],
  ])("is not asked for where %s", async (_, more, manifest) => {
    const { session, asked } = view({ country: "US" }, more, manifest);
    await askCountry(session, learned, signal);
    expect(asked).not.toHaveBeenCalled();
  });

  it.each<[string, object, boolean]>([
    ["consent", { properties: {} }, true],
    ["a property", { consent: { source: "klaro", gates: {} } }, true],
    ["nothing", { consent: { source: "klaro", gates: {} }, properties: {} }, false],
    ["no country that is listed", { consent: { regions: { "opt-out": [] } }, properties: {} }, false],
  ])("is brought along where what depends on it is %s", (_, manifest, isNeeded) => {
    expect(needsCountry(view({}, {}, manifest).session.manifest)).toBe(isNeeded);
  });

  it("is not waited for once Forwhom is stopped", async () => {
    const stop = new AbortController();
    const { session, asked } = view({ country: "US" });
    await askCountry(session, learned, stop.signal);
    stop.abort();
    expect(asked.mock.calls[0]?.[1].signal?.aborted).toBe(true);
  });
});
