import { describe, expect, it } from "vitest";
import { touchOf } from "../../../../sdk/page/behavior/touch.ts";

const touch = (search: string, from = "", hostname = "www.northwind.example") =>
  touchOf({ hostname, search }, from);

describe("what led to a page", () => {
  it.each([
    ["nothing", "", "", {}],
    [
      "campaign tags, beside the site on which the link stood",
      "?utm_source=partner&utm_medium=cpc&utm_campaign=a&utm_term=b&utm_content=c&other=d",
      "https://partner.example/deals?secret=1",
      {
        source: "partner",
        medium: "cpc",
        campaign: "a",
        term: "b",
        content: "c",
        referrer: "partner.example",
      },
    ],
    [
      "the tags alone where they name the source",
      "?utm_source=x",
      "https://www.google.com/",
      {
        source: "x",
        referrer: "www.google.com",
      },
    ],
    ["an advertisement, without the click's id", "?gclid=Cj0KCQ", "", { source: "google", medium: "cpc" }],
    ["another's advertisement", "?a=1&msclkid=77", "", { source: "bing", medium: "cpc" }],
    [
      "a search",
      "",
      "https://www.google.co.uk/",
      {
        source: "google",
        medium: "organic",
        referrer: "www.google.co.uk",
      },
    ],
    [
      "a mail read in the browser is no search",
      "",
      "https://mail.google.com/mail/u/0",
      {
        source: "mail.google.com",
        medium: "referral",
        referrer: "mail.google.com",
      },
    ],
    [
      "another site",
      "",
      "https://blog.example/post?id=7#top",
      {
        source: "blog.example",
        medium: "referral",
        referrer: "blog.example",
      },
    ],
    ["this site", "", "https://www.northwind.example/pricing", {}],
    ["this site's shop", "", "https://shop.northwind.example/", {}],
    [
      "a site whose name ends alike",
      "",
      "https://notnorthwind.example/",
      {
        source: "notnorthwind.example",
        medium: "referral",
        referrer: "notnorthwind.example",
      },
    ],
    [
      "somebody's mail address is no label",
      "?utm_source=mail&utm_content=ines@northwind.example",
      "",
      {
        source: "mail",
      },
    ],
    ["a text is no label", `?utm_source=mail&utm_term=${"x".repeat(101)}`, "", { source: "mail" }],
  ])("%s", (_, search, from, expected) => {
    expect(touch(search, from)).toEqual(expected);
  });

  it("keeps no click id, whatever stands beside it", () => {
    const ids = "?gclid=AAA&gbraid=BBB&wbraid=CCC&msclkid=DDD&fbclid=EEE&utm_source=x";
    expect(JSON.stringify(touch(ids))).not.toMatch(/AAA|BBB|CCC|DDD|EEE/);
  });
});
