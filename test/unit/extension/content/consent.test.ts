import { afterEach, describe, expect, it, vi } from "vitest";
import type { Said } from "../../../../extension/content/channel.ts";
import { readConsent } from "../../../../extension/content/consent.ts";
import { answered, pending } from "../../../../shared/consent/reading.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");

/** What is read of a page with these cookies, by source. */
function read(cookie: string, said: Said = {}, navigator: object = {}) {
  vi.stubGlobal("document", { cookie });
  vi.stubGlobal("navigator", navigator);
  return new Map(readConsent(said, NOW).map((reading) => [reading.source, reading]));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("consent as the extension reads it itself", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "onetrust",
      `OptanonConsent=groups=${encodeURIComponent("C0001:1,C0003:1,C0004:0")}; OptanonAlertBoxClosed=2026-11-01T00:00:00.000Z`,
      ["C0001", "C0003"],
    ],
    [
      "cookiebot",
      `CookieConsent=${encodeURIComponent("{stamp:'x',necessary:true,preferences:true,statistics:false,marketing:false,method:'explicit',ver:1}")}`,
      ["necessary", "preferences"],
    ],
    ["hubspot", "__hs_cookie_cat_pref=1:true,2:false,3:true", ["analytics", "functionality"]],
    ["wp-consent-api", "wp_consent_functional=allow; wp_consent_marketing=deny", ["functional"]],
    ["cookieconsent", "cookieconsent_status=allow", ["allow"]],
  ])("knows what %s keeps", (source, cookie, granted) => {
    expect(read(cookie).get(source)).toMatchObject({ state: "answered", basis: "explicit", granted });
  });

  it("knows that nobody has answered those who would keep it, and nothing of those who might not", () => {
    const states = [...read("").values()].map(({ source, state }) => [source, state]);
    expect(Object.fromEntries(states)).toEqual({
      "vanilla-cookieconsent": "unanswered",
      klaro: "unanswered",
      c15t: "unanswered",
      cookieconsent: "unanswered",
      hubspot: "unanswered",
      onetrust: "unanswered",
      cookiebot: "unanswered",
      "wp-consent-api": "unanswered",
    });
  });

  it("hears the interfaces of IAB TCF and GPP, also that they have no answer yet", () => {
    const seen = read("", { tcf: pending("tcf"), gpp: pending("gpp") });
    expect(seen.get("tcf")?.state).toBe("pending");
    expect(seen.get("gpp")?.state).toBe("pending");
  });

  it("takes a manager’s own word before its cookie, unless it has none", () => {
    const klaro = `klaro=${encodeURIComponent(JSON.stringify({ site: true }))}`;
    const refused = answered("klaro", [], ["site"]);
    expect(read(klaro, { managers: [refused] }).get("klaro")).toBe(refused);
    expect(read(klaro, { managers: [pending("klaro")] }).get("klaro")?.granted).toEqual(["site"]);
    expect(read("", { managers: [pending("didomi")] }).get("didomi")?.state).toBe("pending");
  });

  it("takes Global Privacy Control for a no, and its absence for nothing", () => {
    expect(read("", {}, { globalPrivacyControl: true }).get("gpc")).toMatchObject({ state: "answered" });
    expect(read("", {}, { globalPrivacyControl: false }).has("gpc")).toBe(false);
  });
});
