import { afterEach, describe, expect, it } from "vitest";
import { lotOf } from "../../../sdk/page/measure/lot.ts";
import { membershipSchema } from "../../../shared/manifest/membership.ts";
import { SAMPLE_CONTACTS } from "../../site/sample-contacts.ts";
import { createSite, type Site, type SiteOptions } from "../../site/server.ts";

const page = {
  boot: "(()=>{[__FORWHOM_MANIFEST__,__FORWHOM_LATER__,__FORWHOM_SANITIZE__,__FORWHOM_PARTS__]})();",
  bootApart: "(()=>{[__FORWHOM_LATER__,__FORWHOM_SANITIZE__,__FORWHOM_PARTS__,__FORWHOM_DECODE__]})();",
  decode: "export const decodeManifest=0;",
  later: "export const startLater=0;",
  sanitize: "export const sanitize=0;",
  parts: {
    sources: { "vanilla-cookieconsent": "0", gpc: "0" },
    contents: { template: "0", text: "0", offer: "0", hide: "0" },
    approval: {},
    engine: { dates: "0", sequences: "0", traits: "0" },
    sinks: { dataLayer: "0" },
    behavior: {},
    goals: {},
    country: { country: "0" },
  },
  maps: { boot: "{}", bootApart: "{}", later: "{}", decode: "{}", sanitize: "{}" },
};
const sites: Site[] = [];

afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});

async function open(options: Partial<SiteOptions> = {}): Promise<Site> {
  const site = await createSite({ port: 0, page, ...options });
  sites.push(site);
  return site;
}

async function signedIn(site: Site, contact: string, from = "/pricing?topic=scenarios") {
  const response = await fetch(`${site.url}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ contact }),
    headers: { referer: `${site.url}${from}` },
    redirect: "manual",
  });
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(";", 1)[0])
    .join("; ");
  return { response, cookie, hash: /forwhom_hash=([0-9a-f]+)/.exec(cookie)?.[1] ?? "" };
}

describe("the demonstration site", () => {
  it.each(["/", "/pricing", "/product", "/customers", "/resources", "/broken"])(
    "serves %s with one script in its head, the consent manager and a sign-in",
    async (path) => {
      const site = await open();
      const response = await fetch(site.url + path);
      const html = await response.text();
      const [, src] =
        /<script src="(\/forwhom\.[0-9a-f]+\.js)" data-country="DE"><\/script>/.exec(html) ?? [];
      expect(html.indexOf("/forwhom.")).toBeLessThan(html.indexOf('rel="stylesheet"'));
      expect(html).toContain('src="/vendor/cookieconsent.umd.js"');
      expect(html).toContain('action="/sign-in"');
      expect(html).not.toContain("<!-- ");
      expect(response.headers.get("content-security-policy")).toContain("require-trusted-types-for 'script'");
      // Without it the Back button would have to load the page again.
      expect(response.headers.get("cache-control")).not.toContain("no-store");
      for (const part of [
        src,
        "/vendor/cookieconsent.umd.js",
        "/vendor/cookieconsent.css",
        "/consent.js",
        "/site.css",
      ])
        expect((await fetch(site.url + part)).status).toBe(200);
    },
  );

  it("names the script after its content, so that browsers may keep it for ever", async () => {
    const site = await open();
    const [src = ""] = /\/forwhom\.[0-9a-f]+\.js/.exec(await (await fetch(site.url)).text()) ?? [];
    const script = await fetch(site.url + src);
    expect(script.headers.get("cache-control")).toContain("immutable");
    expect(script.headers.get("content-type")).toContain("javascript");
    const [later] = /forwhom\.later\.[0-9a-f]+\.js/.exec(await script.text()) ?? [];
    expect((await fetch(`${site.url}/${later}`)).status).toBe(200);
  });

  it("can have its manifest apart, none at all, and other countries", async () => {
    const apart = await open({ embedding: "apart", country: "US" });
    expect(await (await fetch(apart.url)).text()).toContain(
      '<script src="/forwhom.js" data-country="US"></script>',
    );
    expect(await (await fetch(`${apart.url}/forwhom.json`)).json()).toHaveProperty("forwhom", 1);
    apart.faults.manifest = "is HTML";
    expect(await (await fetch(`${apart.url}/forwhom.json`)).text()).toMatch(/^</);
    const without = await open({ withoutForwhom: true });
    expect(await (await fetch(without.url)).text()).not.toContain("/forwhom");
  });

  it("signs a sample contact in and out, and goes back to the page where it was asked", async () => {
    const site = await open();
    const { response, cookie } = await signedIn(site, "ines-cfo");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/pricing?topic=scenarios");
    const html = await (await fetch(site.url, { headers: { cookie } })).text();
    expect(html).toContain("<summary>Ines</summary>");
    const answer = await (await fetch(`${site.url}/forwhom/membership`, { headers: { cookie } })).json();
    expect(membershipSchema.parse(answer)).toMatchObject({
      identified: true,
      segments: { "evaluating-cfo": { is: "yes" } },
      properties: { firstName: "Ines" },
    });
    const out = await fetch(`${site.url}/sign-out`, {
      method: "POST",
      headers: { cookie },
      redirect: "manual",
    });
    expect([out.status, out.headers.get("location")]).toEqual([303, "/"]);
    expect(out.headers.getSetCookie()).toHaveLength(2);
  });

  it("signs in nobody whom it does not know", async () => {
    const site = await open();
    expect((await signedIn(site, "somebody")).cookie).toBe("");
  });

  it("goes back to its own pages only", async () => {
    const site = await open();
    const response = await fetch(`${site.url}/sign-in`, {
      method: "POST",
      headers: { referer: "https://elsewhere.example/trap" },
      redirect: "manual",
    });
    expect(response.headers.get("location")).toBe("/");
  });

  it("keeps no sample contact on the defaults for measurement", async () => {
    const site = await open();
    for (const { id } of SAMPLE_CONTACTS)
      expect(await lotOf((await signedIn(site, id)).hash)).toBeGreaterThan(0.05);
  });

  it("lends its library to the extension", async () => {
    const site = await open();
    const response = await fetch(`${site.url}/library.json`, {
      headers: { origin: "chrome-extension://abc" },
    });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.json()).toHaveProperty("segments.evaluating-cfo.purpose");
  });

  it("misbehaves as it is told, until it is told to stop", async () => {
    const site = await open();
    const ask = () => fetch(`${site.url}/forwhom/membership`);
    site.faults.membership = "fails";
    expect((await ask()).status).toBe(500);
    site.faults.membership = "answers HTML";
    expect((await ask()).headers.get("content-type")).toContain("html");
    site.faults.membership = "answers a wrong version";
    expect(await (await ask()).json()).toHaveProperty("forwhom", 2);
    site.faults.membership = "never answers";
    await expect(
      fetch(`${site.url}/forwhom/membership`, { signal: AbortSignal.timeout(50) }),
    ).rejects.toThrow();
    site.faults.membership = undefined;
    expect(membershipSchema.safeParse(await (await ask()).json()).success).toBe(true);
  });

  it("remembers what it was asked, and the events that it was sent", async () => {
    const site = await open();
    const event = { id: "11111111-1", type: "exposure", at: "2026-11-24T09:00:00.000Z", slot: "hero" };
    await fetch(`${site.url}/forwhom/events`, { method: "POST", body: JSON.stringify({ events: [event] }) });
    expect(site.events()).toEqual([event]);
    expect(site.requests()).toEqual([{ method: "POST", path: "/forwhom/events", search: "" }]);
  });

  it.each([
    "/..%2flibrary.json",
    "/..%2f..%2f..%2fpackage.json",
    "/vendor/..%2f..%2fpackage.json",
    "/nothing",
  ])("has nothing at %s", async (path) => {
    const site = await open();
    expect((await fetch(site.url + path)).status).toBe(404);
  });

  it("does not start with a library that has a mistake", async () => {
    await expect(open({ library: { forwhom: 1 } })).rejects.toThrow(/name: missing; expected a text/);
  });
});
