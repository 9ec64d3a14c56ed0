import { readFile } from "node:fs/promises";
import { embed } from "../../sdk/cli/embed.ts";
import type { Library } from "../../shared/library/library.ts";
import { publish } from "../../shared/manifest/publish.ts";
import type { LandingParts } from "./landing.ts";

/** What a site serves of a published library, and the endpoint's answer for a visitor in every segment. */
export async function publishForBench(library: Library): Promise<Omit<LandingParts, "cookies">> {
  const { manifest, memberships } = publish(library);
  const since = new Date().toISOString();
  const built = (name: string) => readFile(new URL(`../../dist/page/${name}`, import.meta.url), "utf8");
  return {
    scripts: {
      "/forwhom.js": embed(await built("boot.js"), manifest, { later: "forwhom.later.js" }),
      "/forwhom.later.js": await built("later.js"),
    },
    membership: {
      forwhom: 1,
      identified: true,
      segments: Object.fromEntries(Object.keys(memberships).map((id) => [id, { is: "yes", since }])),
      properties: {},
      objected: false,
      stop: false,
      asOf: since,
      freshFor: 300,
    },
  };
}
