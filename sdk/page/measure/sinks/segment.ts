import { queue, type Sink } from "./sink.ts";

/**
 * Segment's `analytics.track`. Before its script has loaded its snippet keeps calls in the same array, as
 * lists of a method and what it is given. Source: segment.com/docs, "Analytics.js, Track".
 */
export const segment: Sink = ({ type, ...properties }) => {
  const name = `Forwhom ${type}`;
  const { analytics } = window as { analytics?: { track?(name: string, properties: object): void } };
  if (analytics?.track) analytics.track(name, properties);
  else queue("analytics").push(["track", name, properties]);
};
