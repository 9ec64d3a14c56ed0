import type { Page } from "puppeteer-core";
import type { Library } from "../../../../shared/library/library.ts";
import { library as bench } from "../../../bench/page/landing/library.ts";
import type { Stand } from "../slots/stand.ts";

const segment = {
  input: "lifecycle",
  purpose: "Tell who moves",
  owner: "bench@forwhom.example",
  review: { every: "1mo", last: "2026-11-01" },
} as const;

/** People by how far they are, which the page may know, and by how well they fit, which it may not. */
export const people: Pick<Library, "properties" | "segments"> = {
  properties: {
    ...bench.properties,
    lifecycleStage: {
      input: "lifecycle",
      type: "enum",
      values: ["lead", "customer"],
      from: "crm",
      of: "contact",
      expose: true,
    },
  },
  segments: {
    ...bench.segments,
    lead: {
      ...segment,
      name: "Leads",
      when: { property: "lifecycleStage", is: "lead" },
      reportAs: "Lead",
      tests: [{ name: "a lead", visitor: { properties: { lifecycleStage: "lead" } }, expect: "yes" }],
    },
    reader: {
      ...segment,
      name: "Readers",
      input: "behavior",
      when: { event: "page_view", where: { path: { is: "/page-read" } }, atLeast: 1 },
      reportAs: "Reader",
      tests: [
        {
          name: "who read",
          visitor: { events: [{ event: "page_view", path: "/page-read", ago: "1h" }] },
          expect: "yes",
        },
      ],
    },
  },
};

/** From the next answer on the endpoint says this of the visitor. */
export function say(stand: Stand, properties: Readonly<Record<string, string>>): void {
  Object.assign(stand.membership, { properties, asOf: new Date().toISOString() });
}

/** What was posted of one type. What is sent again is the same: an endpoint tells by its id. */
export function posted(stand: Stand, type: string): readonly Record<string, unknown>[] {
  const all = stand.posted as Record<string, unknown>[];
  const first = new Map(all.toReversed().map((one) => [one.id, one]));
  return all.filter((one) => one.type === type && first.get(one.id) === one);
}

/** What the page told the data layer of one type. */
export const told = (page: Page, type: string): Promise<readonly Record<string, unknown>[]> =>
  page.evaluate(
    (event) =>
      ((window as unknown as { dataLayer?: Record<string, unknown>[] }).dataLayer ?? []).filter(
        (one) => one.event === event,
      ),
    `forwhom_${type}`,
  );
