import type { Browser, CDPSession, Page } from "puppeteer-core";

/**
 * A tab that the browser's debugger leaves alone, as a visitor's does. A driven tab is no clock: what it
 * reports to its driver costs a script several times what it costs a visitor, and so does filming.
 */
export interface QuietTab {
  /** Resolves at the first paint with content in it: until then nothing is asked of the tab. */
  goto(url: string): Promise<void>;
  readonly evaluate: Page["evaluate"];
  /** How long JavaScript has run on the main thread, in ms. */
  scriptMs(): Promise<number>;
  close(): Promise<void>;
}

let opened = 0;

/** Opens one in the browser's own profile, so many times slower than the machine. */
export async function openQuietTab(browser: Browser, cpu: number): Promise<QuietTab> {
  const url = `about:blank#${++opened}`;
  const driver = await browser.target().createCDPSession();
  const { targetId } = await driver.send("Target.createTarget", { url });
  const target = await browser.waitForTarget((one) => one.url() === url);
  const session = await target.createCDPSession();
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await session.send("Page.enable");
  await session.send("Page.setLifecycleEventsEnabled", { enabled: true });
  await session.send("Performance.enable", { timeDomain: "timeTicks" });
  return {
    async goto(to) {
      const painted = firstPaint(session);
      await session.send("Page.navigate", { url: to });
      await painted;
    },
    evaluate: ((act: unknown, ...input: unknown[]) => evaluateIn(session, act, input)) as Page["evaluate"],
    async scriptMs() {
      const { metrics } = await session.send("Performance.getMetrics");
      return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0);
    },
    async close() {
      await driver.send("Target.closeTarget", { targetId });
      await driver.detach();
    },
  };
}

const firstPaint = (session: CDPSession) =>
  new Promise<void>((resolve) => {
    session.on("Page.lifecycleEvent", ({ name }) => {
      if (name === "firstContentfulPaint") resolve();
    });
  });

async function evaluateIn(session: CDPSession, act: unknown, input: readonly unknown[]): Promise<unknown> {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression: `(${act})(...${JSON.stringify(input)})`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
