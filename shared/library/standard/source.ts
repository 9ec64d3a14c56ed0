import { ofPage, type Standard } from "./standard.ts";

const ofQuery = (name: string, label: string) =>
  ofPage(`query.${name}`, { input: "source", type: "text", label, compare: "case" });

/** Where somebody comes from: campaign tags, click ids of advertisements, the page before. */
export const source: Standard = {
  summary: "source: UTM tags, referrer, ad clicks (gclid, fbclid, msclkid)",
  properties: {
    utmSource: ofQuery("utm_source", "UTM source"),
    utmMedium: ofQuery("utm_medium", "UTM medium"),
    utmCampaign: ofQuery("utm_campaign", "UTM campaign"),
    gclid: ofQuery("gclid", "Google click"),
    fbclid: ofQuery("fbclid", "Facebook click"),
    msclkid: ofQuery("msclkid", "Microsoft click"),
    referrer: ofPage("referrer", { input: "source", type: "text", label: "Referrer", compare: "case" }),
  },
  segments: {
    "paid-search": {
      name: "From a search advertisement",
      input: "source",
      purpose: "Go on with what the advertisement promised",
      when: {
        any: [
          { property: "gclid", known: true },
          { property: "msclkid", known: true },
          { property: "utmMedium", in: ["cpc", "ppc", "paidsearch"] },
        ],
      },
      reportAs: "Paid search",
      tests: [
        { name: "by click id", visitor: { properties: { gclid: "Cj0KCQ" } }, expect: "yes" },
        { name: "by tag, in capitals", visitor: { properties: { utmMedium: "CPC" } }, expect: "yes" },
        { name: "from a newsletter", visitor: { properties: { utmMedium: "email" } }, expect: "no" },
      ],
    },
    "paid-social": {
      name: "From an advertisement in a social network",
      input: "source",
      purpose: "Introduce ourselves: they were not looking for us",
      when: {
        any: [
          {
            all: [
              { property: "fbclid", known: true },
              { property: "utmMedium", startsWith: "paid" },
            ],
          },
          { property: "utmMedium", in: ["paid_social", "paid-social", "paidsocial"] },
        ],
      },
      reportAs: "Paid social",
      tests: [
        { name: "by tag", visitor: { properties: { utmMedium: "paid_social" } }, expect: "yes" },
        {
          // Facebook adds its click id to every link, paid or not.
          name: "a link that a friend shared",
          visitor: { properties: { fbclid: "IwAR0" } },
          expect: "no",
        },
      ],
    },
    "from-search": {
      name: "From a search engine",
      input: "source",
      purpose: "Answer what was searched for first",
      when: { property: "referrer", in: ["www.google.com", "www.bing.com", "duckduckgo.com"] },
      reportAs: "Search",
      tests: [
        { name: "from Bing", visitor: { properties: { referrer: "www.bing.com" } }, expect: "yes" },
        { name: "straight here", visitor: {}, expect: "no" },
      ],
    },
  },
};
