/** Where requests go: a host with all that is under it, and with a path only what begins with that; `*` is anything. */
type Address = { readonly host: string; readonly path?: string };

/** Whoever counts what visitors do, and is not Forwhom. */
export type Tracker = {
  readonly name: string;
  /** Where it sends what it counted. What loads its script is not among it: a blocked script may break a page. */
  readonly collectors: readonly Address[];
  /** Where its script comes from, which tells that it is there before it has sent anything. */
  readonly scripts?: readonly Address[];
};

const at = (...addresses: readonly string[]): readonly Address[] =>
  addresses.map((address) => {
    const slash = address.indexOf("/");
    return slash < 0 ? { host: address } : { host: address.slice(0, slash), path: address.slice(slash) };
  });

/**
 * Their own addresses. What a site sends through an address of its own, by a proxy or a server's tag manager, is
 * nobody's by its name.
 */
export const TRACKERS = {
  "google-analytics": {
    name: "Google Analytics",
    collectors: at(
      "google-analytics.com/g/collect",
      "google-analytics.com/collect",
      "google-analytics.com/j/collect",
      "analytics.google.com/g/collect",
      "stats.g.doubleclick.net/g/collect",
      "stats.g.doubleclick.net/j/collect",
    ),
    scripts: at("googletagmanager.com/gtag/js?id=G-", "google-analytics.com/analytics.js"),
  },
  "google-ads": {
    name: "Google Ads",
    collectors: at(
      "googleads.g.doubleclick.net/pagead/",
      "ad.doubleclick.net",
      "td.doubleclick.net",
      "googleadservices.com/pagead/",
      "www.google.com/pagead/",
      "www.google.com/ccm/",
      "www.google.com/rmkt/",
    ),
    scripts: at("googletagmanager.com/gtag/js?id=AW-"),
  },
  meta: {
    name: "Meta Pixel",
    collectors: at("www.facebook.com/tr"),
    scripts: at("connect.facebook.net"),
  },
  linkedin: {
    name: "LinkedIn Insight Tag",
    collectors: at("px.ads.linkedin.com", "px4.ads.linkedin.com"),
    scripts: at("snap.licdn.com/li.lms-analytics/"),
  },
  "microsoft-ads": {
    name: "Microsoft Advertising",
    collectors: at("bat.bing.com/action/", "bat.bing.net/action/"),
    scripts: at("bat.bing.com/bat.js"),
  },
  clarity: {
    name: "Microsoft Clarity",
    collectors: at("clarity.ms/collect", "c.clarity.ms/c.gif"),
    scripts: at("www.clarity.ms/tag/"),
  },
  hubspot: {
    name: "HubSpot",
    collectors: at("track.hubspot.com/__pt", "track-eu1.hubspot.com/__pt"),
    scripts: at("js.hs-analytics.net", "js-eu1.hs-analytics.net"),
  },
  segment: {
    name: "Segment",
    collectors: at("api.segment.io/v1/", "events.eu1.segmentapis.com/v1/"),
    scripts: at("cdn.segment.com/analytics.js/"),
  },
  posthog: {
    name: "PostHog",
    // Not /flags and /decide, by which it chooses what the page shows.
    collectors: at(
      ...["us.i.posthog.com", "eu.i.posthog.com", "app.posthog.com", "eu.posthog.com"].flatMap((host) =>
        ["/e/", "/i/v0/e/", "/s/", "/capture/", "/batch/"].map((path) => host + path),
      ),
    ),
    scripts: at("us-assets.i.posthog.com/static/", "eu-assets.i.posthog.com/static/"),
  },
  growthbook: {
    name: "GrowthBook",
    collectors: at("gb-ingest.com"),
  },
  adobe: {
    name: "Adobe Analytics",
    collectors: at("omtrdc.net/b/ss/", "2o7.net/b/ss/", "edge.adobedc.net/ee/", "adobedc.demdex.net/ee/"),
  },
  optimizely: {
    name: "Optimizely",
    collectors: at("logx.optimizely.com"),
  },
  vwo: {
    name: "VWO",
    collectors: at(
      ...["v.gif", "l.gif", "s.gif", "ee.gif", "events/t"].map(
        (file) => `dev.visualwebsiteoptimizer.com/${file}`,
      ),
    ),
    scripts: at("dev.visualwebsiteoptimizer.com/lib/", "dev.visualwebsiteoptimizer.com/tag/"),
  },
  hotjar: {
    name: "Hotjar",
    collectors: at(
      "in.hotjar.com",
      "ws.hotjar.com",
      "vc.hotjar.io",
      "metrics.hotjar.io",
      "content.hotjar.io",
    ),
    scripts: at("static.hotjar.com/c/"),
  },
  mixpanel: {
    name: "Mixpanel",
    collectors: at(
      ...["api.mixpanel.com", "api-js.mixpanel.com", "api-eu.mixpanel.com"].flatMap((host) =>
        ["/track", "/engage", "/record"].map((path) => host + path),
      ),
    ),
  },
  amplitude: {
    name: "Amplitude",
    collectors: at("api.amplitude.com", "api2.amplitude.com/2/httpapi", "api.eu.amplitude.com"),
  },
  heap: {
    name: "Heap",
    collectors: at("heapanalytics.com/h"),
  },
  fullstory: {
    name: "FullStory",
    collectors: at("rs.fullstory.com/rec/"),
  },
  tiktok: {
    name: "TikTok Pixel",
    collectors: at("analytics.tiktok.com/api/"),
    scripts: at("analytics.tiktok.com/i18n/pixel/"),
  },
  pinterest: {
    name: "Pinterest Tag",
    collectors: at("ct.pinterest.com"),
  },
  reddit: {
    name: "Reddit Pixel",
    collectors: at("alb.reddit.com"),
  },
  x: {
    name: "X Pixel",
    collectors: at("analytics.twitter.com/i/adsct", "t.co/i/adsct", "t.co/1/i/adsct"),
    scripts: at("static.ads-twitter.com/uwt.js"),
  },
  snap: {
    name: "Snap Pixel",
    collectors: at("tr.snapchat.com"),
  },
  marketo: {
    name: "Marketo",
    collectors: at("mktoresp.com/webevents/"),
  },
  pardot: {
    name: "Pardot",
    collectors: at("pi.pardot.com/analytics"),
  },
  matomo: {
    name: "Matomo Cloud",
    collectors: at("matomo.cloud/matomo.php"),
  },
  plausible: {
    name: "Plausible",
    collectors: at("plausible.io/api/event"),
  },
} as const satisfies Readonly<Record<string, Tracker>>;

export type TrackerId = keyof typeof TRACKERS;
export const TRACKER_IDS = Object.keys(TRACKERS) as [TrackerId, ...TrackerId[]];

const trackerWith = (id: TrackerId): Tracker => TRACKERS[id];

export const trackerNames = (ids: readonly TrackerId[]): readonly string[] =>
  ids.map((id) => TRACKERS[id].name);

/** Whose address this is, by its collectors or its script. */
export function trackerAt(url: string): TrackerId | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname, search } = new URL(url);
  const isAt = ({ host, path = "" }: Address) =>
    (hostname === host || hostname.endsWith(`.${host}`)) && (pathname + search).startsWith(path);
  return TRACKER_IDS.find((id) => {
    const { collectors, scripts = [] } = trackerWith(id);
    return [...collectors, ...scripts].some(isAt);
  });
}

/** Address patterns of its collectors' hosts, as permissions are asked for. */
export const originsOf = (ids: readonly TrackerId[]): readonly string[] => [
  ...new Set(
    ids.flatMap((id) =>
      trackerWith(id).collectors.flatMap(({ host }) => [`https://*.${host}/*`, `http://*.${host}/*`]),
    ),
  ),
];

/** What of a tab's requests goes to its collectors, in the words of the browsers' blocking rules. */
export const conditionsOf = (
  id: TrackerId,
): readonly { readonly requestDomains: string[]; readonly regexFilter: string }[] =>
  trackerWith(id).collectors.map(({ host, path = "/" }) => ({
    requestDomains: [host],
    regexFilter: `^[^:]+://[^/]+${path.replace(/[.?]/g, "\\$&")}`,
  }));
