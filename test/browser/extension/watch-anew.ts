import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { createSite, type Site } from "../../site/server.ts";
import { type Name, type Watched, watch } from "./panel.ts";

type Options = Omit<Parameters<typeof createSite>[0], "port">;

/** What a test finds: the site, and a browser of its own with a tab of it and the panel. */
export type WatchedAnew = { readonly site: Site } & Pick<Watched, "page" | "panel" | "openTab">;

/** One demonstration site for all tests of a group, and for each of them a browser that was never there. */
export function watchAnew(
  browser: Name,
  options: () => Options | Promise<Options> = () => ({}),
): WatchedAnew {
  let site: Site;
  let watched: Watched;
  beforeAll(async () => {
    site = await createSite({ port: 0, ...(await options()) });
  });
  afterAll(() => site?.close());
  beforeEach(async () => {
    watched = await watch(browser, site.url);
  });
  afterEach(() => watched?.close());
  return {
    get site() {
      return site;
    },
    get page() {
      return watched.page;
    },
    get panel() {
      return watched.panel;
    },
    openTab: (url) => watched.openTab(url),
  };
}
