import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { until } from "../../drive/until.ts";
import { agree, type Stand, serveStand, slotOf } from "../slots/stand.ts";
import { newVisitor, type Visit } from "../visit.ts";
import { people, posted, say, told } from "./people.ts";

const BODY =
  '<section data-fw-slot="top">Own</section><section data-fw-slot="next">Own</section><section data-fw-slot="last">Own</section>';

describe.skipIf(!(await isBrowserThere("chromium")))("what is kept away from somebody", () => {
  let chromium: Chromium;
  let stand: Stand;
  let visit: Visit;
  beforeAll(async () => {
    chromium = await launchChromium();
    const forLeads = { id: "for-leads", for: "lead", goal: "acquisition", content: { text: "Leads" } };
    const forFit = { id: "for-fit", for: "tier-a", goal: "acquisition", content: { text: "Fit" } };
    const closed = { id: "closed", for: "tier-a", content: { offer: "closed" } };
    stand = await serveStand(
      {
        top: slotOf({ text: "" }, { variations: [forLeads, forFit] }),
        next: slotOf({ text: "" }, { default: { goal: "help" }, variations: [closed] }),
        last: slotOf(
          { text: "" },
          { default: { goal: "help" }, variations: [{ ...forLeads, id: "for-leads-too" }] },
        ),
      },
      BODY,
      {
        ...people,
        suppressions: {
          "customers-no-acquisition": {
            name: "Customers",
            class: "relationship",
            reason: "Customers must not be prospected",
            when: { property: "lifecycleStage", is: "customer" },
            blocks: { goals: ["acquisition"] },
            doubt: "suppress",
          },
        },
        offers: {
          closed: { goal: "retention", label: "Too late", href: "/late", until: "2026-01-01" },
        },
      },
    );
  });
  afterAll(async () => {
    await chromium?.close();
    await stand?.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
    stand.posted.length = 0;
    say(stand, { lifecycleStage: "customer" });
    await agree(visit.page, stand.url);
  });
  afterEach(async () => {
    expect(visit.errors).toEqual([]);
    await visit.end();
  });

  it("is counted by reason for whom it is meant, once the slot is seen, and told to the endpoint alone", async () => {
    const { page } = visit;
    await page.goto(`${stand.url}/page-one`, { waitUntil: "load" });
    await until("three have arrived", () => posted(stand, "suppressed").length >= 3);
    await page.evaluate(() => window.forwhom?.convert("mark"));
    await until("all has arrived", () => posted(stand, "conversion").length > 0);
    const found = posted(stand, "suppressed").map(({ slot, variation, segment, by }) => ({
      slot,
      variation,
      segment,
      by,
    }));
    expect(found.filter(({ slot }) => slot === "top")).toEqual([
      { slot: "top", variation: "for-fit", segment: "tier-a", by: "customers-no-acquisition" },
      // The page's own content gave way, too.
      { slot: "top", variation: undefined, segment: undefined, by: "customers-no-acquisition" },
    ]);
    expect(found.filter(({ slot }) => slot !== "top")).toEqual([
      { slot: "next", variation: "closed", segment: "tier-a", by: "over" },
    ]);
    const [one, other] = posted(stand, "suppressed").filter(({ slot }) => slot === "top");
    expect(one).toMatchObject({ reportAs: "Best fit", decision: other?.decision });
    expect(posted(stand, "exposure")).toEqual([]);
    expect(await told(page, "suppressed")).toEqual([]);
  });
});
