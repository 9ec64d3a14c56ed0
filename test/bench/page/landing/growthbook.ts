import { readFile } from "node:fs/promises";
import { variation } from "./hero.ts";

const clientKey = "sdk-bench";

/**
 * As its documentation says: async, directly before the closing `</head>`. Served by the page's own site, and
 * without the stream of later changes, which this site has none of.
 */
export const growthBookTag = `<script async data-api-host="/growthbook" data-client-key="${clientKey}" data-no-streaming="true" src="/growthbook.js"></script>`;

export const growthBookApi = `/growthbook/api/features/${clientKey}`;

/** Its script tag build, as the package has it. */
export const readGrowthBook = () =>
  readFile(
    new URL("../../node_modules/@growthbook/growthbook/dist/bundles/auto.min.js", import.meta.url),
    "utf8",
  );

/** What its API answers: one visual experiment, as its editor writes them, whose variation everybody gets. */
export const growthBookFeatures = () => ({
  status: 200,
  features: {},
  experiments: [
    {
      key: "hero",
      status: "running",
      hashAttribute: "id",
      hashVersion: 2,
      coverage: 1,
      weights: [0, 1],
      urlPatterns: [{ type: "simple", include: true, pattern: "/growthbook" }],
      variations: [
        {},
        {
          domMutations: [
            { selector: ".hero h1", attribute: "html", action: "set", value: variation.heading },
            { selector: ".hero p", attribute: "html", action: "set", value: variation.text },
            { selector: ".hero", attribute: "class", action: "set", value: "hero variation" },
          ],
        },
      ],
    },
  ],
  dateUpdated: "2026-11-01T00:00:00.000Z",
});
