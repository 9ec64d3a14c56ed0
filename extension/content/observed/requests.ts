import { TOOLS } from "../../../shared/protocol/tools.ts";
import type { Request } from "../../../shared/protocol/watched.ts";
import { BEGAN } from "../began.ts";

/** Of one address the last ones, of all together so many. */
const MOST = { ofOne: 30, ofAll: 200 };
const LONGEST = 500;

/** What the page script asks its endpoint for, or sends there. */
const PATHS = ["/membership", "/events", "/identify", "/context"];

export type Requests = {
  /** Those that matter, once it is known where the endpoint is. */
  readonly to: (endpoint: string | undefined) => readonly Request[];
};

/**
 * Watches the page's requests by the browser's own timing, from the first one on. An observer is told also
 * when the browser's buffer is full.
 */
export function watchRequests(changed: () => void, signal: AbortSignal): Requests {
  const sent: { readonly url: string; readonly at: number; readonly to: Request["to"] | undefined }[] = [];
  const add = (entries: readonly PerformanceEntry[]) => {
    let isNew = false;
    for (const { name, startTime } of entries) {
      const url = plain(name);
      const to = url === undefined ? undefined : TOOLS.find(({ collector }) => collector.test(url))?.id;
      if (url === undefined || !(to ?? PATHS.some((path) => url.endsWith(path)))) continue;
      sent.push({ url, at: BEGAN + startTime, to });
      isNew = true;
      const same = sent.filter((one) => one.url === url);
      const [oldest] = same.length > MOST.ofOne ? same : sent.length > MOST.ofAll ? sent : [];
      if (oldest) sent.splice(sent.indexOf(oldest), 1);
    }
    if (isNew) changed();
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "resource", buffered: true });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  return {
    to(endpoint) {
      add(observer.takeRecords());
      return sent.flatMap(({ url, at, to }) => {
        const whose = to ?? (endpoint !== undefined && isUnder(endpoint, url) ? "endpoint" : undefined);
        return whose ? [{ to: whose, url: url.slice(0, LONGEST), at }] : [];
      });
    },
  };
}

/** Without query and fragment: what a visitor is called may stand there. */
function plain(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, origin, pathname } = new URL(url);
  return /^https?:$/.test(protocol) ? origin + pathname : undefined;
}

/** Whether an address is one of the endpoint's own. What the page says of the endpoint is only a claim. */
function isUnder(endpoint: string, url: string): boolean {
  if (!URL.canParse(endpoint, location.href)) return false;
  const { origin, pathname } = new URL(endpoint, location.href);
  return PATHS.some((path) => url === origin + pathname.replace(/\/$/, "") + path);
}

/** The endpoint in a claim that nobody has validated yet. */
export function endpointIn(claim: unknown): string | undefined {
  const { manifest } = { ...(claim as { manifest?: { endpoint?: unknown } } | undefined) };
  return typeof manifest?.endpoint === "string" ? manifest.endpoint : undefined;
}
