import type { VisitorEvent } from "../../../shared/engine/facts.ts";
import { ID } from "../../../shared/library/vocabulary.ts";
import { labels } from "./labels.ts";

/** Events of these names are Forwhom's own: a page cannot make them up. */
const OWN = /^(page_view|session_start|first_visit|click|form_submit|offer_\w+)$/;

/** What a page says happened, as far as it may be kept; undefined where it is no such event. */
export const customEvent = (event: string, fields?: object): VisitorEvent | undefined =>
  ID.test(event) && !OWN.test(event) ? { event, at: Date.now(), fields: labels(fields) } : undefined;
