import type { HTTPRequest, Page } from "puppeteer-core";
import { newVisitor, type Visit } from "../visit.ts";

/** What a page did that no content may make it do. */
export type Seen = {
  /** Calls of the functions that the payloads call. */
  readonly executed: readonly string[];
  /** What was reported against the page's policy, by its event and by the Reporting API. */
  readonly violations: readonly string[];
  readonly rejections: readonly string[];
};

declare global {
  interface Window {
    seen: { executed: string[]; violations: string[]; rejections: string[] };
  }
}

export type Watched = Visit & {
  /** Scripts and documents that were asked for, and dialogs that opened. */
  readonly asked: readonly string[];
  readonly seen: () => Promise<Seen>;
};

/** Somebody who was never here, in a tab that notices whatever a payload does. */
export async function watchedVisitor(browser: Parameters<typeof newVisitor>[0]): Promise<Watched> {
  const visit = await newVisitor(browser);
  const { page } = visit;
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(`${dialog.type()} ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on("request", (request) => {
    const kind = kindOf(request);
    const isOfPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const isIcon = request.url().endsWith("/favicon.ico");
    if (!HARMLESS.includes(kind) && !isOfPage && !isIcon) asked.push(`${kind} ${request.url()}`);
  });
  page.on("popup", (popup) => asked.push(`popup ${popup?.url()}`));
  await page.evaluateOnNewDocument(watch);
  return { ...visit, asked, seen: () => page.evaluate(() => window.top?.seen ?? window.seen) };
}

/** What cannot run, as Chromium's driver and as Firefox's header call it; what is in an address is heard if it runs. */
const HARMLESS = ["image", "media", "audio", "video", "track", "fetch", "empty", "font", "inline"];

/** Firefox's driver does not say what a request is for; Firefox itself does, of all that it asks a server for. */
function kindOf(request: HTTPRequest): string {
  const dest = request.headers()["sec-fetch-dest"];
  if (dest !== undefined) return dest;
  try {
    return request.resourceType();
  } catch {
    return request.url().startsWith("data:") ? "inline" : "unknown";
  }
}

/** Runs before any script of the page, also in frames. */
function watch(): void {
  const seen = { executed: [] as string[], violations: [] as string[], rejections: [] as string[] };
  if (window !== window.top) return;
  window.seen = seen;
  for (const name of ["alert", "confirm", "prompt", "print", "open"])
    Object.defineProperty(window, name, {
      value: (...input: unknown[]) => void seen.executed.push(`${name}(${input.join()})`),
    });
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    seen.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
  );
  addEventListener("unhandledrejection", ({ reason }) => seen.rejections.push(String(reason)));
  if ("ReportingObserver" in window)
    new ReportingObserver(
      (reports) => {
        for (const { body } of reports) {
          const { effectiveDirective, blockedURL } = body as unknown as Record<string, string>;
          if (effectiveDirective) seen.violations.push(`${effectiveDirective} ${blockedURL}`);
        }
      },
      { types: ["csp-violation"], buffered: true },
    ).observe();
}

/** Resolves once every slot of the page is decided, and every picture in it has come or failed. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.readyState === "complete" &&
      !document.querySelector("[data-fw-slot]:not([data-fw-done])") &&
      [...document.images].every(({ complete }) => complete),
    // Hundreds of slots at once take a busy machine a while.
    { timeout: 100_000 },
  );
}
