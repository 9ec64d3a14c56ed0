import { labels } from "./labels.ts";

/** A link's tags, or what stands for them, and the site on which the link stood. */
export type Touch = Readonly<
  Partial<Record<"source" | "medium" | "campaign" | "term" | "content" | "referrer", string>>
>;

const TAGS = ["source", "medium", "campaign", "term", "content"];
const AD = /[?&](gclid|gbraid|wbraid|msclkid)=/;
/** Sites that are searched are "organic", all others "referral". https://support.google.com/analytics/answer/9756891 */
const ENGINE = /^(?:(?:www|m|search|\w\w)\.)*(google|bing|yahoo|duckduckgo|ecosia|baidu|yandex)\./;

/**
 * What led to a page: the campaign tags in its address, or else an advertisement's click, or else the
 * site on which the link stood. Empty where nobody else led here. A click's id is a person's: not kept.
 */
export function touchOf({ hostname, search }: { hostname: string; search: string }, from: string): Touch {
  const query = new URLSearchParams(search);
  const tags = labels(Object.fromEntries(TAGS.map((tag) => [tag, query.get(`utm_${tag}`)])));
  const host = from && new URL(from).hostname;
  // The site's own subdomains are the site.
  const referrer = `.${host}`.endsWith(`.${hostname.replace("www.", "")}`) ? "" : host;
  const ad = AD.exec(search)?.[1];
  const engine = ENGINE.exec(referrer)?.[1];
  const untagged = ad
    ? { source: ad === "msclkid" ? "bing" : "google", medium: "cpc" }
    : { source: engine ?? referrer, medium: engine ? "organic" : referrer && "referral" };
  return labels({ ...(tags.source ? {} : untagged), ...tags, referrer });
}

/** What led to this page. */
export const touchHere = (): Touch => touchOf(location, document.referrer);
