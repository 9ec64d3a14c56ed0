import { queue, type Sink } from "./sink.ts";

/**
 * HubSpot's custom events, whose full names begin with the account's number. They have to be defined there
 * first: `forwhom_exposure`, `forwhom_conversion`.
 * Source: developers.hubspot.com, "Track custom events" (trackCustomBehavioralEvent).
 */
export const hubspot: Sink = ({ type, ...properties }, { hubId }) => {
  queue("_hsq").push(["trackCustomBehavioralEvent", { name: `pe${hubId}_forwhom_${type}`, properties }]);
};
