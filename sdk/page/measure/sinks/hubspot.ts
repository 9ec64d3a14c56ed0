import { queue, type Sink } from "./sink.ts";

/**
 * HubSpot's custom events, whose full names begin with the account's number. They have to be defined there
 * first: `forwhom_exposure`, `forwhom_conversion`. Names of properties have small letters and underscores.
 * Source: developers.hubspot.com, "Track custom events" (trackCustomBehavioralEvent).
 */
export const hubspot: Sink = ({ type, ...rest }, { hubId }) => {
  const properties = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
  queue("_hsq").push(["trackCustomBehavioralEvent", { name: `pe${hubId}_forwhom_${type}`, properties }]);
};
