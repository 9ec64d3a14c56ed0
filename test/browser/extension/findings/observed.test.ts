import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Observation } from "../../../../shared/protocol/observation.ts";
import { element, manifest, page as pageSeen } from "../../../unit/findings/page.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { type Name, type Watched, watch } from "../panel.ts";
import { foundIn, hasSettled, heard, listen } from "./hear.ts";

const SECRET = "Zebediah";

/** What the page claims of itself: its library asks Didomi, and its endpoint is on the same origin. */
function claim() {
  const { claim } = pageSeen({ slots: [element("hero", {})] }).observation;
  const consent = {
    source: "didomi",
    gates: { storage: "content", behavior: "content", crm: "content", measurement: "numbers" },
  };
  return JSON.stringify({ ...claim, manifest: { ...manifest, endpoint: "/forwhom", consent } });
}

/** A consent manager that only its own interface speaks for, a tool, a claim, and things on the device. */
const BUSY = `<!doctype html><meta charset="utf-8"><title>Busy</title><div data-fw-slot="hero">Hello</div><script>
  let isAgreed = false;
  window.Didomi = {
    getCurrentUserStatus: () => ({ regulation: "GDPR", purposes: {
      content: { id: "content", enabled: isAgreed }, numbers: { id: "numbers", enabled: isAgreed } } }),
    isConsentRequired: () => true,
    shouldUserStatusBeCollected: () => false,
  };
  window.agree = () => { isAgreed = true; document.cookie = "didomi_token=${SECRET}"; };
  window.posthog = {};
  document.cookie = "session=${SECRET}";
  localStorage.setItem("ph_phc_1_posthog", "${SECRET}");
  sessionStorage.setItem("cart", "${SECRET}");
  indexedDB.open("shop");
  window.forwhom = { inspect: async () => (${claim()}) };
  fetch("/forwhom/membership?key=${SECRET}#${SECRET}");
</script>`;

/** A page of somebody else: WordPress, and globals that do whatever they can to be in the way. */
const HOSTILE = `<!doctype html><meta charset="utf-8"><title>Hostile</title><script>
  const explode = () => { throw new Error("no"); };
  const trap = new Proxy(function () {}, { get: explode, apply: explode, ownKeys: explode, has: explode });
  for (const name of ["Didomi", "Osano", "OneTrust", "klaro", "c15tStore", "Cookiebot", "dataLayer", "google_tag_data"])
    window[name] = trap;
  window.__ucCmp = { getConsentDetails: () => new Promise(() => {}) };
  window.forwhom = { inspect: () => new Promise(() => {}) };
  window.wp_has_consent = () => true;
  for (let index = 0; index < 900; index++) localStorage.setItem("key" + index + "x".repeat(300), "");
</script>`;

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "what the extension observes by itself in %s",
  (name) => {
    let server: Server;
    let origin: string;
    let watched: Watched;
    beforeAll(async () => {
      server = createServer(({ url = "/" }, response) => {
        const isPage = url === "/" || url === "/hostile";
        response.writeHead(isPage ? 200 : 204, { "Content-Type": "text/html; charset=utf-8" });
        response.end(isPage ? (url === "/" ? BUSY : HOSTILE) : undefined);
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => {
      server?.close();
      server?.closeAllConnections();
    });
    beforeEach(async () => {
      watched = await watch(name, `${origin}/`);
      await listen(watched.panel);
      const before = Date.now();
      await watched.page.reload();
      // What is still told of the document before is no look at this one.
      await seen("the page is looked at anew", (one) => one.watched.loaded > before);
    });
    afterEach(() => watched?.close());

    const seen = (what: string, is: (observation: Observation) => unknown) => heard(watched.panel, what, is);

    it("is what lies on the device by name, requests without their query, a tool, and who speaks only by an interface", async () => {
      const observation = await seen(
        "everything is observed",
        ({ claim, watched: { device, requests } }) =>
          claim && requests.length > 0 && device.some(({ place }) => place === "indexedDB"),
      );
      const { consent, watched: all } = observation;
      const named = all.device.map(({ place, name }) => `${place} ${name}`);
      expect(named.sort()).toEqual([
        "cookie session",
        "indexedDB shop",
        "localStorage ph_phc_1_posthog",
        "sessionStorage cart",
      ]);
      expect(all.requests).toEqual([
        { to: "endpoint", url: `${origin}/forwhom/membership`, at: expect.any(Number) },
      ]);
      expect(all.requests[0]?.at).toBeGreaterThan(all.loaded);
      expect(all.requests[0]?.at).toBeLessThan(all.at);
      expect(all.tools.map(({ tool, by }) => `${tool} by ${by}`).sort()).toEqual([
        "posthog by global",
        "posthog by storage",
      ]);
      expect(consent.find(({ source }) => source === "didomi")).toMatchObject({
        state: "answered",
        denied: ["content", "numbers"],
      });
      const { claim: _claimed, ...observed } = observation;
      expect(JSON.stringify(observed)).not.toContain(SECRET);
    });

    it("shows what was done without consent, once the page has had the time to follow", async () => {
      await seen("the page is seen", ({ claim }) => claim);
      await watched.page.evaluate(() => {
        localStorage.setItem("forwhom", "{}");
        return fetch("/forwhom/events", { method: "POST" });
      });
      const expected = ["measured-without-consent", "membership-without-consent", "stored-without-consent"];
      const observation = await seen("all of it is found", (one) => foundIn(one).length >= expected.length);
      expect([...foundIn(observation)].sort()).toEqual(expected);
    });

    it("tells when consent changed, and holds nothing against what came with it", async () => {
      await seen("the page is seen", ({ claim }) => claim);
      await watched.page.evaluate(() => {
        (window as unknown as { agree: () => void }).agree();
        localStorage.setItem("forwhom", "{}");
        return fetch("/forwhom/events", { method: "POST" });
      });
      const observation = await seen(
        "consent has changed, and the page has settled",
        (one) => one.watched.consent.length > 1 && hasSettled(one),
      );
      const [first, last] = observation.watched.consent.map(
        ({ readings }) => readings.find(({ source }) => source === "didomi")?.granted,
      );
      expect([first, last]).toEqual([[], ["content", "numbers"]]);
      expect(foundIn(observation)).not.toContain("measured-without-consent");
      expect(foundIn(observation)).not.toContain("stored-without-consent");
    });

    it("is said also of a page whose globals throw, and whose scripts never answer", async () => {
      await watched.page.goto(`${origin}/hostile`);
      const observation = await seen(
        "the hostile page is observed",
        ({ url, watched: { signals } }) => url.endsWith("/hostile") && signals.wpConsent,
      );
      expect(observation.claim).toBeUndefined();
      expect(observation.watched.device.length).toBeLessThanOrEqual(400);
      const settled = await seen("it is found", (one) => foundIn(one).length > 0);
      expect(foundIn(settled)).toEqual(["wp-consent-type-missing"]);
    });
  },
);
