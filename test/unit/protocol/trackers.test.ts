import { describe, expect, it } from "vitest";
import {
  conditionsOf,
  originsOf,
  TRACKER_IDS,
  TRACKERS,
  trackerAt,
} from "../../../shared/protocol/trackers.ts";

describe("other companies' trackers", () => {
  it.each([
    ["https://www.google-analytics.com/g/collect?v=2&tid=G-1", "google-analytics"],
    ["https://region1.analytics.google.com/g/collect?v=2", "google-analytics"],
    ["https://www.googletagmanager.com/gtag/js?id=G-1", "google-analytics"],
    ["https://www.googletagmanager.com/gtag/js?id=AW-1", "google-ads"],
    ["https://www.facebook.com/tr/?id=1&ev=PageView", "meta"],
    ["https://px.ads.linkedin.com/collect?v=2", "linkedin"],
    ["https://k.clarity.ms/collect", "clarity"],
    ["https://track.hubspot.com/__ptq.gif?k=1", "hubspot"],
    ["https://api.segment.io/v1/t", "segment"],
    ["https://eu.i.posthog.com/e/?ip=1", "posthog"],
    ["https://us1.gb-ingest.com/track", "growthbook"],
    ["https://northwind.sc.omtrdc.net/b/ss/northwind/1/JS", "adobe"],
    ["https://edge.adobedc.net/ee/or2/v1/interact", "adobe"],
  ])("are known by their address: %s", (url, id) => {
    expect(trackerAt(url)).toBe(id);
  });

  it.each([
    "https://www.facebook.com/northwind",
    "https://www.google.com/maps/embed",
    "https://cdn.growthbook.io/api/features/sdk-1",
    "https://us.i.posthog.com/flags/?v=2",
    "https://notfacebook.com.evil.example/tr",
    "https://xapi.segment.io.example/v1/t",
    "https://northwind.example/collect",
    "nonsense",
  ])("are nobody at %s", (url) => {
    expect(trackerAt(url)).toBeUndefined();
  });

  it("are blocked where they count, with any port, and nowhere else", () => {
    const blocks = (url: string) => {
      const { hostname } = new URL(url);
      return TRACKER_IDS.flatMap(conditionsOf).some(
        ({ requestDomains: [host = ""], regexFilter }) =>
          (hostname === host || hostname.endsWith(`.${host}`)) && new RegExp(regexFilter, "i").test(url),
      );
    };
    expect(blocks("https://api.segment.io/v1/t")).toBe(true);
    expect(blocks("http://api.segment.io:8080/v1/t")).toBe(true);
    expect(blocks("https://www.facebook.com/tr/?id=1")).toBe(true);
    expect(blocks("https://www.facebook.com/northwind?next=/tr")).toBe(false);
    expect(blocks("https://connect.facebook.net/en_US/fbevents.js")).toBe(false);
    expect(blocks("https://cdn.segment.com/analytics.js/v1/key/analytics.min.js")).toBe(false);
  });

  it("need leave for the hosts of their collectors only", () => {
    expect(originsOf(["meta"])).toEqual(["https://*.www.facebook.com/*", "http://*.www.facebook.com/*"]);
  });

  it("have each a name, and a host of nobody else's", () => {
    const names = Object.values(TRACKERS).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const hosts = TRACKER_IDS.map((id) => conditionsOf(id).flatMap(({ requestDomains }) => requestDomains));
    for (const [at, own] of hosts.entries())
      for (const host of own) expect(hosts.toSpliced(at, 1).flat()).not.toContain(host);
  });
});
