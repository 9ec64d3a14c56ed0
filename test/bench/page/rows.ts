import { brotliCompressSync } from "node:zlib";
import type { Load, Measured } from "./rounds.ts";
import type { Variant } from "./variants.ts";

/** What one variant showed at one speed; times are medians in ms. */
export interface Row {
  readonly variant: string;
  readonly cpu: number;
  readonly loads: number;
  /** In how many loads a frame showed the page's default. */
  readonly defaultSeen: number;
  readonly variationSeen: number;
  /** In how many both: the visitor saw the swap. */
  readonly swapSeen: number;
  /** The worst of all loads. */
  readonly cls: number;
  readonly fcp: number;
  readonly lcp: number;
  /** How much more than the page without any of it, at the same speed. */
  readonly dFCP: number;
  readonly dLCP: number;
  readonly scriptMs: number;
  /** In brotli. */
  readonly scriptBytes: number;
}

/**
 * The figures of a run, a row for each variant and speed.
 *
 * @throws Where the run proves nothing: the capture missed a default that was there, a variant never
 * swapped, or what was to be a first visit was none.
 */
export function toRows(measured: readonly Measured[]): readonly Row[] {
  for (const one of measured) check(one);
  for (const { variant } of measured) checkThatItSwaps(variant, measured);
  return measured.map((one) => {
    const without = measured.find(({ variant, cpu }) => !variant.swaps && cpu === one.cpu);
    if (!without)
      throw new Error(`Nothing to compare with at ${one.cpu}x CPU: the page without SDK is missing.`);
    return toRow(one, without);
  });
}

function check({ variant, cpu, loads }: Measured): void {
  const refuse = (what: string) => {
    throw new Error(`${variant.name}, ${cpu}x CPU: ${what}`);
  };
  const count = (is: (load: Load) => boolean) => loads.filter(is).length;
  if (!variant.swaps) {
    const missed = count(({ defaultSeen }) => !defaultSeen);
    if (missed > 0)
      refuse(
        `the capture missed the page's default in ${missed} of ${loads.length} loads, and it was there: the run proves nothing.`,
      );
  }
  const { asks } = variant;
  if (asks === undefined) return;
  const silent = count(({ asked }) => !asked.includes(asks));
  if (silent > 0)
    refuse(
      `${silent} of ${loads.length} loads did not ask ${asks}, as a first visit does: something was left on the device.`,
    );
}

/** At any speed: a slow machine may miss the deadline of a first visit in all of a few loads. */
function checkThatItSwaps(variant: Variant, measured: readonly Measured[]): void {
  const all = measured.filter((one) => one.variant === variant).flatMap(({ loads }) => loads);
  if (!variant.swaps || all.some(({ variationSeen }) => variationSeen)) return;
  throw new Error(
    `${variant.name}: no frame of ${all.length} loads shows the variation. It never swapped: mend that first.`,
  );
}

function toRow({ variant, cpu, loads }: Measured, without: Measured): Row {
  const count = (is: (load: Load) => boolean) => loads.filter(is).length;
  const median = (of: (load: Load) => number) => medianOf(loads.map(of));
  const more = (of: (load: Load) => number) => rounded(median(of) - medianOf(without.loads.map(of)));
  return {
    variant: variant.name,
    cpu,
    loads: loads.length,
    defaultSeen: count(({ defaultSeen }) => defaultSeen),
    variationSeen: count(({ variationSeen }) => variationSeen),
    swapSeen: count(({ defaultSeen, variationSeen }) => defaultSeen && variationSeen),
    cls: Math.max(...loads.map(({ cls }) => cls)),
    fcp: rounded(median(({ fcp }) => fcp)),
    lcp: rounded(median(({ lcp }) => lcp)),
    dFCP: more(({ fcp }) => fcp),
    dLCP: more(({ lcp }) => lcp),
    scriptMs: rounded(median(({ scriptMs }) => scriptMs)),
    scriptBytes:
      median(({ scriptBytes }) => scriptBytes) +
      (variant.inline === undefined ? 0 : brotliCompressSync(variant.inline).length),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

const rounded = (ms: number) => Math.round(ms * 10) / 10;
