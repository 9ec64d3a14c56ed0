import { embed } from "../../../../sdk/cli/bundle/embed.ts";
import { readPageScript } from "../../../../sdk/cli/bundle/page-script.ts";
import { laterWith, partsCode, usedParts } from "../../../../sdk/cli/bundle/parts.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import type { LandingParts } from "./serve.ts";

/** What a site serves of a published library, and the endpoint's answer for a visitor in every segment. */
export async function publishForBench(
  library: Library,
): Promise<Required<Pick<LandingParts, "scripts" | "answers">>> {
  const { manifest, memberships } = publish(library);
  const since = new Date().toISOString();
  const page = await readPageScript(new URL("../../../../dist/page/", import.meta.url));
  const used = usedParts(manifest);
  const files = { later: "forwhom.later.js", sanitize: "forwhom.sanitize.js" };
  return {
    scripts: {
      "/forwhom.js": embed(page.boot, { files, manifest, parts: partsCode(used, page.parts) }),
      "/forwhom.later.js": laterWith(page.later, used, page.parts),
    },
    answers: {
      "/forwhom/membership": {
        forwhom: 1,
        identified: true,
        segments: Object.fromEntries(Object.keys(memberships).map((id) => [id, { is: "yes", since }])),
        properties: {},
        objected: false,
        stop: false,
        asOf: since,
        // Longer than any run, so that a warm visit is one throughout.
        freshFor: 24 * 60 * 60,
      },
      "/forwhom/events": { forwhom: 1, refused: [] },
    },
  };
}
