import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Library } from "../../../../shared/library/library.ts";
import type { Content } from "../../../../shared/library/slot.ts";
import { decodeManifest } from "../../../../shared/manifest/decodeManifest.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { URLS } from "./corpus/urls.ts";
import { libraryOf, sorted } from "./library.ts";
import { manifestOf, type Site, serveCases } from "./site.ts";
import { tryCases } from "./try.ts";
import { watchedVisitor } from "./watch.ts";
import type { Case } from "./ways.ts";

const picture = (id: string) => `<img data-fw-slot="${id}" src="/pixel.svg" alt="Own">`;
const link = (id: string) => `<a data-fw-slot="${id}" href="/own">Own</a>`;

type Place = {
  readonly content: (url: string, id: string) => Content;
  readonly markup: (id: string) => string;
  readonly isOffer?: boolean;
};

/** Everywhere in a library where something says where it leads. */
const PLACES: Readonly<Record<string, Place>> = {
  href: { content: (href) => ({ attributes: { href } }), markup: link },
  src: { content: (src) => ({ attributes: { src } }), markup: picture },
  srcset: { content: (srcset) => ({ attributes: { srcset } }), markup: picture },
  fragment: { content: (fragment) => ({ fragment }), markup: (id) => `<div data-fw-slot="${id}">Own</div>` },
  offer: { content: (_, id) => ({ offer: id }), markup: link, isOffer: true },
};

const CASES: readonly Case[] = Object.entries(PLACES).flatMap(([place, { content, markup, isOffer }]) =>
  URLS.map((url, number) => {
    const id = `${place}-${number}`;
    return {
      id,
      page: "/addresses",
      payload: url,
      content: content(url, id),
      markup: markup(id),
      ...(isOffer && { label: "Book a demo", href: url }),
    };
  }),
);

const isThere = await isBrowserThere("chromium");

describe("an address that would run script", () => {
  const { accepted, refused } = sorted(CASES);

  it("is refused when the library is checked", () => {
    expect(CASES.length).toBeGreaterThanOrEqual(150);
    const places = new Set(refused.map(({ id }) => id.slice(0, id.indexOf("-"))));
    expect([...places]).toEqual(Object.keys(PLACES));
    const letIn = accepted.map(({ payload }) => new URL(payload, "https://northwind.example").protocol);
    expect(letIn.filter((protocol) => protocol !== "https:")).toEqual([]);
  });

  it("makes a manifest none, where somebody puts it in by hand", () => {
    const decoded = refused.filter(
      (one) => decodeManifest(publish(libraryOf([one]) as Library).manifest) !== undefined,
    );
    expect(decoded.map(({ id, payload }) => `${id} ${payload}`)).toEqual([]);
    expect(refused.length).toBeGreaterThan(150);
  });

  describe.skipIf(!isThere)("in a page", () => {
    let chromium: Chromium;
    let site: Site;
    beforeAll(async () => {
      chromium = await launchChromium({
        args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
      });
      site = await serveCases(accepted, manifestOf(sorted(accepted)));
    });
    afterAll(async () => {
      await chromium?.close();
      await site?.close();
    });

    it.each(["none", "strict"] as const)(
      "runs nothing where it is let in, under this policy: %s",
      async (policy) => {
        const visitor = await watchedVisitor(chromium.browser);
        const shown = accepted.filter(({ id }) => !id.startsWith("fragment"));
        const { harm, violations, shown: did } = await tryCases(visitor, site, shown, policy);
        expect([harm, violations]).toEqual([[], []]);
        expect(did.size).toBe(shown.length);
        await visitor.end();
      },
    );
  });
});
