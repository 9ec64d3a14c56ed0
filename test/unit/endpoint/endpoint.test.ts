import { describe, expect, it } from "vitest";
import { endpointRules, endpointRulesSchema } from "../../../sdk/endpoint/rules.ts";
import { tinyLibrary } from "../library/tiny.ts";
import { site } from "./app.ts";

const listed = "https://www.northwind.example";
const stranger = "https://stranger.example";

describe("the endpoint", () => {
  it("lets scripts of listed origins read answers with cookies, and nobody else's", async () => {
    const { app } = site({}, { origins: [listed] });
    const askedFrom = async (origin: string) =>
      (await app.request("/forwhom/membership", { headers: { origin } })).headers;
    expect((await askedFrom(listed)).get("access-control-allow-origin")).toBe(listed);
    expect((await askedFrom(listed)).get("access-control-allow-credentials")).toBe("true");
    expect((await askedFrom(listed)).get("vary")).toMatch(/Origin/);
    expect((await askedFrom(stranger)).get("access-control-allow-origin")).toBeNull();
    expect((await askedFrom("null")).get("access-control-allow-origin")).toBeNull();
  });

  it.each([
    [listed, 200],
    ["http://localhost", 200],
    [stranger, 403],
    ["null", 403],
  ])("answers events from %s with status %i", async (origin, status) => {
    const { app } = site({}, { origins: [listed] });
    const body = JSON.stringify({ events: [] });
    const response = await app.request("/forwhom/events", { method: "POST", body, headers: { origin } });
    expect(response.status).toBe(status);
  });

  it.each([
    ["DE", "DE"],
    ["XX", null],
    ["T1", null],
    ["<b>", null],
    [undefined, null],
  ])("says of a request whose network says country %j: %j, and nothing else", async (said, country) => {
    const { app } = site({}, { country: "cf-ipcountry" });
    const headers: Record<string, string> = said === undefined ? {} : { "cf-ipcountry": said };
    expect(await (await app.request("/forwhom/context", { headers })).json()).toEqual({ country });
  });

  it("takes the country from a function that knows it", async () => {
    const { app } = site({}, { country: () => "CA" });
    expect(await (await app.request("/forwhom/context")).json()).toEqual({ country: "CA" });
  });

  it("does not believe a header that nobody named", async () => {
    const { app } = site({});
    const headers = { "cf-ipcountry": "US" };
    expect(await (await app.request("/forwhom/context", { headers })).json()).toEqual({ country: null });
  });

  it.each([
    ["GET", "/forwhom/nothing"],
    ["DELETE", "/forwhom/membership"],
    ["GET", "/forwhom/events"],
  ])("answers %s %s with 404 as JSON", async (method, path) => {
    const { app } = site({});
    const response = await app.request(path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: expect.any(String) });
  });
});

describe("the endpoint's rules", () => {
  it("go through a file unchanged, and hold no owner, purpose or test", () => {
    const rules = endpointRules(tinyLibrary());
    const text = JSON.stringify(rules);
    expect(endpointRulesSchema.parse(JSON.parse(text))).toEqual(rules);
    expect(text).not.toMatch(/owner|purpose|team@|tests/);
  });

  it("hold the segments that private criteria refer to, however deep", () => {
    const library = tinyLibrary();
    const base = library.segments.customer;
    if (!base) throw new Error("the tiny library has customers");
    const rules = endpointRules({
      ...library,
      segments: {
        ...library.segments,
        large: { ...base, when: { property: "employees", gte: 10 } },
        outer: { ...base, when: { all: [{ segment: "middle" }, { property: "openDeal", is: true }] } },
        middle: { ...base, when: { not: { segment: "large" } } },
      },
    });
    expect(Object.keys(rules.segments).sort()).toEqual(["large", "middle"]);
  });
});
