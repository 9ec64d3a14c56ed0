import { cpus } from "node:os";
import { until } from "../../browser/drive/until.ts";

/** Long enough for what a closed tab leaves behind to show. */
const lookMs = 100;
/** Of all cores: what an idle browser takes for itself, and what else a machine always does. */
const calmShare = 0.15;
/** A machine that never rests is measured as it is. */
const longestMs = 3_000;

/**
 * Resolves once the machine is through with everything that came before: processes of closed tabs go, and new
 * ones are started in reserve, on the same cores. Whatever falls into that is slower, the more so the more it asks
 * of other processes.
 */
export const calm = (): Promise<unknown> =>
  until("the machine is calm", async () => (await busyShare()) < calmShare, longestMs).catch(() => undefined);

async function busyShare(): Promise<number> {
  const before = times();
  await new Promise((resolve) => setTimeout(resolve, lookMs));
  const after = times();
  return (after.busy - before.busy) / (after.busy - before.busy + after.idle - before.idle || 1);
}

/** Of all cores together, in ms. */
function times(): { readonly busy: number; readonly idle: number } {
  let [busy, idle] = [0, 0];
  for (const { times: one } of cpus()) {
    idle += one.idle;
    busy += one.user + one.nice + one.sys + one.irq;
  }
  return { busy, idle };
}
