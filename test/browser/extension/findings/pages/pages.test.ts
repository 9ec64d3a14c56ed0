import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FINDINGS } from "../../../../../shared/findings/list.ts";
import { isBrowserThere } from "../../../drive/find.ts";
import { loadLibrary, type Name } from "../../panel.ts";
import { clean } from "./clean.ts";
import { consent } from "./consent.ts";
import { eligibility } from "./eligibility.ts";
import { governance } from "./governance.ts";
import type { Pages } from "./one-page.ts";
import { type Served, servePages } from "./serve-pages.ts";
import { openSession, type Session } from "./session.ts";
import { signals } from "./signals.ts";

const PAGES: Pages = { ...consent, ...signals, ...eligibility, ...governance, ...clean };

/** So many pages are watched at the same time, since some things can only be said of a page after a while. */
const AT_ONCE = 12;

/** All of them in Firefox take more than two minutes on two cores: there it is each third, and what only it can show. */
const OF_ALL = { chromium: 1, firefox: 3 } as const;

describe.skipIf(!(await isBrowserThere("chromium"))).each<[Name, string]>([
  ["chromium", "all of them"],
  ["firefox", "a third of them"],
])("pages with one fault each, and pages with none, in %s (%s)", (browser) => {
  let served: Served;
  let session: Session;
  beforeAll(async () => {
    served = await servePages(PAGES);
    session = await openSession(browser);
  }, 60_000);
  afterAll(async () => {
    await session?.close();
    served?.close();
  });

  const titleOf = (id: string) => FINDINGS.find((rule) => rule.id === id)?.title.en;

  async function foundOn({ page, origin }: Served["origins"][number], panel: Page) {
    if (page.isLoaded) await loadLibrary(panel, `${origin}/library.json`);
    return session.findings(panel);
  }

  it("are told apart: every fault is found, and nothing else", async () => {
    const here = served.origins.filter(({ page: { gpc } }, index) =>
      gpc === undefined ? index % OF_ALL[browser] === 0 : gpc === browser,
    );
    // Global Privacy Control is on for the whole browser: whoever needs it comes last.
    const calm = here.filter(({ page }) => page.gpc === undefined);
    const groups = [...Array(Math.ceil(calm.length / AT_ONCE)).keys()].map((index) =>
      calm.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
    );
    const loud = here.filter(({ page }) => page.gpc !== undefined);
    const seen: [page: string, found: readonly string[]][] = [];
    for (const group of [...groups, ...(loud.length > 0 ? [loud] : [])]) {
      if (group === loud) await session.askForPrivacy();
      await session.watch(group);
      for (const one of group)
        seen.push([one.name, await session.looking(one.origin, (panel) => foundOn(one, panel))]);
      await session.leave(group);
    }
    const wanted = here.map(({ name, page: { finds } }) => [name, finds ? [titleOf(finds)] : []]);
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(wanted));
  }, 240_000);
});

describe("the pages with one fault", () => {
  it("leave out no finding of the catalogue", () => {
    const ids = Object.values(PAGES).flatMap(({ finds }) => finds ?? []);
    expect(ids.sort()).toEqual(FINDINGS.map(({ id }) => id).sort());
  });

  it("have so many clean ones beside them, and some with other companies’ consent managers alone", () => {
    const right = Object.entries(PAGES).filter(([, { finds }]) => finds === undefined);
    expect(right.length).toBeGreaterThanOrEqual(10);
    expect(
      right.filter(([name]) => /^elsewhere: (vanilla|Klaro|Osano)/.test(name)).length,
    ).toBeGreaterThanOrEqual(3);
  });
});
