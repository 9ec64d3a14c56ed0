import { queue, type Sink } from "./sink.ts";

/** Google Tag Manager's queue, and with it GA4: one event with `forwhom_` before each of its parameters. */
export const dataLayer: Sink = ({ type, ...rest }) => {
  const named = Object.entries(rest).map(([key, value]) => [`forwhom_${key}`, value]);
  queue("dataLayer").push({ event: `forwhom_${type}`, ...Object.fromEntries(named) });
};
