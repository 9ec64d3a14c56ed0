import type { Measured } from "./measured.ts";

type Sink = (measured: Measured) => void;

/** Google Tag Manager's queue, and whatever else reads it. */
const dataLayer: Sink = ({ type, at: _at, id, ...rest }) => {
  const page = window as { dataLayer?: unknown[] };
  page.dataLayer ??= [];
  const named = Object.entries(rest).map(([key, value]) => [`forwhom_${key}`, value]);
  page.dataLayer.push({ event: `forwhom_${type}`, forwhom_id: id, ...Object.fromEntries(named) });
};

const SINKS: Readonly<Record<"dataLayer", Sink>> = { dataLayer };

/** Reports to every sink that the library names. One that throws does not stop the others. */
export function report(measured: Measured, to: readonly (keyof typeof SINKS)[]): void {
  for (const name of to)
    try {
      SINKS[name](measured);
    } catch {
      // Somebody else's queue is broken; ours is not.
    }
}
