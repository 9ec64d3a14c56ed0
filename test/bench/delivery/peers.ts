import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Collect } from "./faults.ts";
import type { Subject } from "./subject.ts";

const BENCH = fileURLToPath(new URL("../", import.meta.url));

/** Longer than the longest rest before a peer's first retries. */
const QUIET_MS = 10_000;

/** The same two events as our page has: one once it has loaded, and one after a second. */
const measuring = `
  const twice = () => { measure(crypto.randomUUID()); setTimeout(() => measure(crypto.randomUUID()), 1000) };
  if (location.pathname === "/") addEventListener("load", twice);`;

/** With its tracking plugin as it is by default; the flags come with the page. */
export const growthBook = (): Promise<Subject> =>
  peer(
    "growthbook",
    `import { GrowthBook } from "@growthbook/growthbook";
    import { growthbookTrackingPlugin } from "@growthbook/growthbook/plugins";
    const gb = new GrowthBook({ clientKey: "sdk-bench", plugins: [
      growthbookTrackingPlugin({ ingestorHost: location.origin + "/growthbook" })] });
    gb.initSync({ payload: { features: {} } });
    function measure(id) { gb.logEvent("shown", { id }); accepted(id) }`,
    (path) => path === "/growthbook/track",
    (body) =>
      (JSON.parse(body) as { properties_json: { id?: string } }[]).flatMap(
        ({ properties_json }) => properties_json.id ?? [],
      ),
  );

/** With its queue as it is by default; what it would measure by itself, and ask for, is off. */
export const postHog = (): Promise<Subject> =>
  peer(
    "posthog",
    `import posthog from "posthog-js/dist/module.no-external";
    posthog.init("phc_bench", { api_host: location.origin + "/posthog", autocapture: false,
      capture_pageview: false, capture_pageleave: false, disable_session_recording: true, disable_surveys: true,
      advanced_disable_flags: true, disable_compression: true, opt_out_useragent_filter: true });
    function measure(id) { posthog.capture("shown", { id }); accepted(id) }`,
    (path) => /^\/posthog\/(e|i\/v0\/e|batch)\/?$/.test(path),
    (body) => postHogBatch(body).flatMap(({ properties }) => properties.id ?? []),
  );

type PostHogEvent = { readonly properties: { readonly id?: string } };

/** JSON, or a form field with JSON in base64. */
function postHogBatch(body: string): readonly PostHogEvent[] {
  const field = new URLSearchParams(body).get("data");
  const said: PostHogEvent | PostHogEvent[] | { batch: PostHogEvent[] } = JSON.parse(
    body.startsWith("data=") && field ? atob(field) : body,
  );
  return "batch" in said ? said.batch : [said].flat();
}

async function peer(
  name: string,
  script: string,
  brings: (path: string) => boolean,
  idsIn: (body: string) => readonly string[],
): Promise<Subject> {
  const { outputFiles } = await build({
    stdin: { contents: script + measuring, resolveDir: BENCH },
    bundle: true,
    minify: true,
    write: false,
    logLevel: "silent",
  });
  const received: string[] = [];
  const collect: Collect = async (_, body) => {
    received.push(...idsIn(body));
    return { status: 200, type: "application/json", body: '{"status":1}' };
  };
  return {
    name,
    site: {
      page: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<script src="/${name}.js"></script></head><body><h1>Shown</h1></body></html>`,
      scripts: { [`/${name}.js`]: outputFiles[0]?.text ?? "" },
      brings,
      collect,
    },
    received: async () => received,
    drained: () => new Promise((resolve) => setTimeout(resolve, QUIET_MS)),
  };
}
