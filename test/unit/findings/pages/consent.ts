import { answered } from "../../../../shared/consent/reading.ts";
import { GPC } from "../../../../shared/consent/sources.ts";
import { agreedToAll, agreedToNothing, inPreview, page, shows, visitors, type Wrong } from "../page.ts";
import { wrong as overTime } from "./consent-over-time.ts";
import { wrong as signals } from "./consent-signals.ts";

export const wrong: Wrong = {
  ...overTime,
  ...signals,
  "CRM content though the visitor said no": [
    "personalized-without-consent",
    page({ slots: [shows("for-cfo")], facts: visitors.cfo, consent: [agreedToNothing] }),
  ],
  "CRM content before anything was answered": [
    "personalized-without-consent",
    page({ slots: [shows("for-customer")], facts: visitors.customer, consent: [] }),
  ],
  "CRM content though the page claims that it was allowed": [
    "personalized-without-consent",
    page({
      slots: [shows("for-cfo")],
      facts: visitors.cfo,
      consent: [agreedToNothing],
      claimed: [agreedToAll],
    }),
  ],
  "CRM content under Global Privacy Control": [
    "personalized-without-consent",
    page({
      slots: [shows("for-cfo")],
      facts: visitors.cfo,
      consent: [agreedToAll, answered(GPC, [], ["sale-or-sharing"])],
    }),
  ],
  "content by behavior without consent for it": [
    "personalized-without-consent",
    page({ slots: [shows("for-reader")], facts: visitors.notAsked, consent: [agreedToNothing] }),
  ],
  "content by what led here before, without consent for it": [
    "personalized-without-consent",
    page({ slots: [shows("for-partner")], facts: visitors.notAsked, consent: [agreedToNothing] }),
  ],
  "CRM content in a preview of somebody without consent": [
    "personalized-without-consent",
    inPreview(page({ slots: [shows("for-cfo")], facts: visitors.notAsked }), "closed"),
  ],
};
