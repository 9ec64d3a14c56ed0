import { queue, type Sink } from "./sink.ts";

/** Adobe Client Data Layer: an event with its `eventInfo`. Source: github.com/adobe/adobe-client-data-layer, wiki. */
export const adobe: Sink = ({ type, ...eventInfo }) => {
  queue("adobeDataLayer").push({ event: `forwhom:${type}`, eventInfo });
};
