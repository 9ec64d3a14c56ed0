import { describe, expect, it } from "vitest";
import { check } from "../../../../shared/library/check/check.ts";
import { contentHash } from "../../../../shared/library/check/rules/message/approvals.ts";
import { tinyLibrary } from "../tiny.ts";
import { mistaken, NOW } from "./sentences.ts";

const ofHero = (content: unknown) => mistaken({ "slots.hero.variations.1.content": content });

describe("slots", () => {
  const { hero } = tinyLibrary().slots;

  it("exist when a suppression names them", () => {
    const found = mistaken({
      "suppressions.customers-no-acquisition.blocks": { slots: ["heroo"] },
    });
    expect(found).toEqual([
      'suppressions.customers-no-acquisition.blocks.slots[0]: "heroo" is not a slot of this library (hero). Did you mean "hero"?',
    ]);
  });

  it("have variations for segments that exist", () => {
    expect(mistaken({ "slots.hero.variations.0.for": "evaluating-cfos" })).toEqual([
      'slots.hero.variations[0].for: "evaluating-cfos" is not a segment of this library (customer, evaluating-cfo, large). Did you mean "evaluating-cfo"?',
    ]);
  });

  it("have variations with ids of their own in the whole library", () => {
    const found = mistaken({
      "slots.proof": { ...hero, variations: hero?.variations.slice(1) },
    });
    expect(found).toEqual([
      'slots.proof.variations[0].id: "hero-large" is not an id of its own: slots.hero.variations[1] has it already. Give one of the two another id.',
    ]);
  });

  it.each<[string, readonly (number | undefined)[], string[]]>([
    [
      "one that has none",
      [2, undefined],
      [
        "slots.hero.variations[1].priority: missing; expected a priority, since other variations of this slot have one. Add it, or leave all of them out: then they are tried as they stand.",
      ],
    ],
    [
      "two that have the same",
      [2, 2],
      [
        "slots.hero.variations[1].priority: 2 is not a priority of its own: slots.hero.variations[0] has it already. Say which of the two goes first: the higher number does.",
      ],
    ],
    ["nothing where they differ", [1, 2], []],
  ])("are told, of their variations' priorities, of %s", (_, [one, other], expected) => {
    const found = mistaken({
      "slots.hero.variations.0.priority": one,
      "slots.hero.variations.1.priority": other,
    });
    expect(found).toEqual(expected);
  });

  const beside = (slot: object) =>
    mistaken({
      "slots.proof": { ...hero, variations: [], ...slot },
    });

  it("have places of their own on a page", () => {
    const expected =
      'slots.proof.selector: "[data-fw-slot=hero]" is not a place of its own: slot hero has it on the same pages. Give one of the two another selector or other pages.';
    expect(beside({ selector: '[data-fw-slot="hero"]' })).toEqual([expected]);
    expect(beside({ selector: "[data-fw-slot=hero]", pages: ["/blog", "*"] })).toEqual([expected]);
    expect(beside({ selector: "[data-fw-slot=hero]", pages: ["/blog/*"] })).toEqual([]);
    expect(beside({})).toEqual([]);
  });

  it("do not put a suppressed offer in the place of a suppressed default", () => {
    expect(mistaken({ "slots.hero.neutral": { offer: "book-demo" } })).toEqual([
      'slots.hero.neutral.offer: "book-demo" is not neutral: suppression customers-no-acquisition, which takes the default away, blocks it too. Use a text, or an offer with another goal.',
    ]);
  });
});

describe("HTML", () => {
  it.each([
    ["<p>Hi</p><script>alert(1)</script>", "<script"],
    ["<img src=/a.avif onerror=alert(1)>", "onerror="],
    ["<img/onerror=alert(1) src=x>", "/onerror="],
    ["<a href='javascript:alert(1)'>Go</a>", "javascript:"],
    ["<p style='color:red'>Hi</p>", "style="],
    ['<p title="a > b" onclick=alert(1)>Hi</p>', "onclick="],
    ["<iframe src=/other></iframe>", "<iframe"],
  ])("holds nothing that runs, styles or frames: %s", (html, found) => {
    expect(ofHero({ html })).toEqual([
      `slots.hero.variations[1].content.html: "${found}" is not plain markup: nothing that runs, styles, frames or sends. Take it out: visitors’ browsers would. Style it in your site’s own stylesheet.`,
    ]);
  });

  it("may be any other markup, with tokens", () => {
    expect(
      ofHero({
        html: '<h2 class="on time">On time, {{firstName|always}}</h2><a href="/once">Once = one</a><p>Your data: always yours</p>',
      }),
    ).toEqual([]);
  });
});

describe("texts", () => {
  it.each<[string, string, string]>([
    [
      "a token without a fallback",
      "Hello {{firstName}}",
      'slots.hero.variations[1].content.text: "{{firstName}}" is not a token with a fallback. Say what a visitor without it reads: {{firstName|there}}.',
    ],
    [
      "a token with an empty fallback",
      "Hello {{firstName| }}",
      'slots.hero.variations[1].content.text: "{{firstName| }}" is not a token with a fallback. Say what a visitor without it reads: {{firstName|there}}.',
    ],
    [
      "a property that may not reach the page",
      "Dear {{persona|friend}}",
      'slots.hero.variations[1].content.text: "persona" is not a property that may reach the page (lifecycleStage, firstName, country). Mark properties.persona as "expose": true if visitors may read it, or take the token out.',
    ],
    [
      "a property that is not there",
      "Dear {{firstname|friend}}",
      'slots.hero.variations[1].content.text: "firstname" is not a property of this library (lifecycleStage, firstName, persona, optOut, employees, since, topics, openDeal, country). Did you mean "firstName"?',
    ],
    [
      "half a token",
      "Hello {{firstName|there}",
      "slots.hero.variations[1].content.text: a lone {{ or }} is not a whole token such as {{firstName|there}}. Close it, or take it out.",
    ],
  ])("are told of %s", (_, text, expected) => {
    expect(ofHero({ text })).toEqual([expected]);
  });

  it("are read in labels and neutral content too", () => {
    const found = mistaken({
      "offers.book-demo.label": "Book, {{firstName}}",
      "slots.hero.neutral": { text: "Hi {{firstName}}" },
    });
    expect(found.map((one) => one.split(":")[0])).toEqual([
      "offers.book-demo.label",
      "slots.hero.neutral.text",
    ]);
  });
});

describe("pages and texts", () => {
  it("are read in a moment, however many ways there seem to be", () => {
    const began = performance.now();
    const found = mistaken({
      "slots.hero.pages": [`/*${"a*".repeat(40)}b`],
      "slots.proof": {
        ...tinyLibrary().slots.hero,
        selector: "[data-fw-slot=hero]",
        pages: [`/${"a".repeat(1_000)}`],
        variations: [],
        neutral: { text: `{{${" ".repeat(1_900)}` },
      },
    });
    expect(found).toEqual([
      "slots.proof.neutral.text: a lone {{ or }} is not a whole token such as {{firstName|there}}. Close it, or take it out.",
    ]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe("content made by AI", () => {
  const text = { text: "Plan your cash with {{firstName|us}}" };
  const approval = { by: "editor@northwind.example", on: "2026-11-20", of: contentHash(text) };
  const fromAi = (content: unknown, of = approval.of) =>
    mistaken({
      "slots.hero.variations.1.content": content,
      "slots.hero.variations.1.origin": "ai",
      "slots.hero.variations.1.approval": { ...approval, of },
    });

  it("is shown as it was approved", () => {
    expect(fromAi(text)).toEqual([]);
  });

  it("is not shown once it was changed", () => {
    expect(fromAi({ text: "Plan your cash today" })).toEqual([
      `slots.hero.variations[1].approval.of: "${approval.of}" is not the hash of this content (${contentHash({ text: "Plan your cash today" })}). It was changed after it was approved: have it approved again.`,
    ]);
  });

  it("cannot be vouched for where it stands in the page", () => {
    expect(fromAi({ template: true })).toEqual([
      "warning: slots.hero.variations[1].approval: an approval of a template is not something that can be checked here: the template stands in the page. The page script compares it, and shows it only as it was approved.",
    ]);
  });
});

describe("warnings", () => {
  it("name a review that is overdue, and whom to ask", () => {
    expect(mistaken({ "segments.large.review": { every: "1mo", last: "2026-09-01" } })).toEqual([
      'warning: segments.large.review.last: "2026-09-01" is not within the 1mo after which a review is due. It was due on 2026-10-01: ask team@northwind.example.',
    ]);
  });

  it("name a blocked goal that nothing has", () => {
    const found = mistaken({
      "suppressions.customers-no-acquisition.blocks": { goals: ["aquisition", "upsell"] },
    });
    expect(found).toEqual([
      'warning: suppressions.customers-no-acquisition.blocks.goals[0]: "aquisition" is not a goal of any offer, variation or default (acquisition). Did you mean "acquisition"?',
      'warning: suppressions.customers-no-acquisition.blocks.goals[1]: "upsell" is not a goal of any offer, variation or default (acquisition). As it stands it blocks nothing.',
    ]);
  });

  it("name blocked channels and tags that nothing has", () => {
    const found = mistaken({
      "slots.hero.channel": "banner",
      "slots.hero.variations.0.tags": ["discount"],
      "suppressions.customers-no-acquisition.blocks": {
        channels: ["banner", "baner"],
        tags: ["discount", "sale"],
      },
    });
    expect(found).toEqual([
      'warning: suppressions.customers-no-acquisition.blocks.channels[1]: "baner" is not a channel of any slot (banner). Did you mean "banner"?',
      'warning: suppressions.customers-no-acquisition.blocks.tags[1]: "sale" is not a tag of any slot, offer or variation (discount). As it stands it blocks nothing.',
    ]);
  });

  it("do not keep a library from being published", () => {
    const library = tinyLibrary();
    const segment = library.segments.large;
    if (segment) segment.review.last = "2020-01-01";
    expect(check(library, NOW).library).toBeDefined();
  });
});

describe("tools that are told what was measured", () => {
  it("get what they need: HubSpot the number of the account", () => {
    expect(mistaken({ measurement: { reportTo: ["dataLayer", "hubspot"] } })).toEqual([
      "measurement.hubId: missing; expected the number of your HubSpot account. HubSpot shows it at the upper right, behind your company’s name: it begins the name of every event.",
    ]);
    expect(mistaken({ measurement: { reportTo: ["hubspot"], hubId: "1234567" } })).toEqual([]);
  });
});
