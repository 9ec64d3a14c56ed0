import type { Browser } from "puppeteer-core";
import { until } from "../../browser/drive/until.ts";

/** Long enough for what a closed tab leaves behind to show. */
const lookMs = 100;
/** Of one core: what an idle browser takes for itself, and the question too. */
const calmShare = 0.15;

/**
 * Resolves once the browser is through with everything that came before: processes of closed tabs go, and new
 * ones are started in reserve, on the same cores. Whatever falls into that is slower, the more so the more it asks
 * of other processes.
 */
export async function calmOf(browser: Browser): Promise<void> {
  const session = await browser.target().createCDPSession();
  const cpuSeconds = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime]));
  };
  await until("the browser is calm", async () => {
    const before = await cpuSeconds();
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    const after = await cpuSeconds();
    const seconds = (performance.now() - began) / 1_000;
    const used = [...after].reduce((sum, [id, cpu]) => sum + cpu - (before.get(id) ?? 0), 0);
    return used / seconds < calmShare;
  });
  await session.detach();
}
