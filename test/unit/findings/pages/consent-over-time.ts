import { tcfAnswered } from "../../../../shared/consent/iab/tcf.ts";
import {
  agreedToAll,
  agreedToNothing,
  elsewhere,
  overTime,
  page,
  type Right,
  shows,
  visitors,
  type Wrong,
} from "../page.ts";
import {
  agreedLate,
  asked,
  at,
  child,
  childReading,
  cookiebot,
  keen,
  notAsked,
  own,
  posthog,
  posthogNamed,
  posthogSent,
  quiet,
  shownSince,
  withdrawn,
  withPosthog,
} from "./watched.ts";

export const wrong: Wrong = {
  "CRM content that was there long before consent": [
    "personalized-before-consent",
    page({ slots: [shows("for-cfo")], facts: visitors.cfo, watched: { consent: overTime(agreedLate) } }),
  ],
  "content by behavior that came two seconds before consent": [
    "personalized-before-consent",
    page({ slots: [shownSince("for-reader", 18)], facts: keen, watched: { consent: overTime(agreedLate) } }),
  ],
  "CRM content that still stands ten seconds after withdrawal": [
    "personalized-after-withdrawal",
    page({
      slots: [shows("for-cfo")],
      facts: visitors.notAsked,
      consent: [agreedToNothing],
      watched: { consent: overTime(withdrawn) },
    }),
  ],
  "CRM content that was there before consent, and is still there after withdrawal": [
    "personalized-after-withdrawal",
    page({
      slots: [shows("for-cfo")],
      facts: visitors.notAsked,
      consent: [agreedToNothing],
      watched: { consent: overTime({ ...agreedLate, 50: [agreedToNothing] }) },
    }),
  ],
  "CRM content that came only after withdrawal": [
    "personalized-without-consent",
    page({
      slots: [shownSince("for-cfo", 55)],
      facts: visitors.notAsked,
      consent: [agreedToNothing],
      watched: { consent: overTime(withdrawn) },
    }),
  ],
  "content by behavior for a known child": [
    "child-personalized",
    page({
      slots: [shows("for-reader")],
      facts: keen,
      consent: [agreedToAll, childReading],
      watched: { signals: child },
    }),
  ],
  "CRM content for a known child": [
    "child-personalized",
    page({
      slots: [shows("for-cfo")],
      facts: visitors.cfo,
      consent: [agreedToAll, childReading],
      watched: { signals: child },
    }),
  ],
  "our key on the device of somebody who said no": [
    "stored-without-consent",
    quiet([agreedToNothing], { device: [own("localStorage", 10)] }),
  ],
  "our database on the device of somebody who was not asked yet": [
    "stored-without-consent",
    quiet([notAsked], { device: [own("indexedDB", 10)] }),
  ],
  "our key after withdrawal": [
    "kept-after-withdrawal",
    quiet([agreedToNothing], { device: [own("localStorage")], consent: overTime(withdrawn) }),
  ],
  "our key from an earlier visit, of somebody who has said no since": [
    "kept-after-withdrawal",
    quiet([agreedToNothing], { device: [own("localStorage")] }),
  ],
  "the endpoint asked about somebody who said no": [
    "membership-without-consent",
    quiet([agreedToNothing], { requests: [asked("membership", 1), asked("membership", 30)] }),
  ],
  "the endpoint asked as the page was loaded, before anybody was": [
    "membership-without-consent",
    quiet([notAsked], { requests: [asked("membership", 0)] }),
  ],
  "somebody identified without consent to the CRM": [
    "membership-without-consent",
    quiet([agreedToNothing], { requests: [asked("identify", 20)] }),
  ],
  "events of somebody who did not agree to be measured": [
    "measured-without-consent",
    quiet([agreedToNothing], { requests: [asked("events", 20)] }),
  ],
  "events before anything was answered": [
    "measured-without-consent",
    quiet([agreedToAll], { requests: [asked("events", 10)], consent: overTime(agreedLate) }),
  ],
  "PostHog at work elsewhere, though Cookiebot was told no": [
    "tool-without-consent",
    withPosthog([cookiebot(false)]),
  ],
  "PostHog at work elsewhere, though only the necessary was agreed to": [
    "tool-without-consent",
    withPosthog([agreedToNothing]),
  ],
  "Optimizely that names a visitor who refused in the TCF dialog": [
    "tool-without-consent",
    elsewhere([tcfAnswered([])], {
      tools: [{ tool: "optimizely", by: "script", name: "https://cdn.optimizely.com/js/1.js" }],
      device: [{ place: "cookie", name: "optimizelyEndUserId", since: at(10) }],
    }),
  ],
  "HubSpot at work beside Forwhom, without consent to behavior": [
    "tool-without-consent",
    quiet([notAsked], {
      tools: [{ tool: "hubspot", by: "cookie", name: "hubspotutk" }],
      device: [{ place: "cookie", name: "hubspotutk", since: at(4) }],
    }),
  ],
};

export const right: Right = {
  "CRM content that came with consent": page({
    slots: [shownSince("for-cfo", 20)],
    facts: visitors.cfo,
    watched: { consent: overTime(agreedLate) },
  }),
  "CRM content half a second before we heard of consent": page({
    slots: [shownSince("for-cfo", 19.5)],
    facts: visitors.cfo,
    watched: { consent: overTime(agreedLate) },
  }),
  "CRM content before our first word from a manager that has to be asked": page({
    slots: [shows("for-cfo")],
    facts: visitors.cfo,
    watched: { consent: overTime({ 0.1: [], 2: [agreedToAll] }) },
  }),
  "content by country, before consent was given": page({
    slots: [shows("for-germany")],
    watched: { consent: overTime(agreedLate) },
  }),
  "the page’s own content after withdrawal": quiet([agreedToNothing], { consent: overTime(withdrawn) }),
  "CRM content a second after withdrawal": page({
    slots: [shows("for-cfo")],
    facts: visitors.notAsked,
    consent: [agreedToNothing],
    watched: { consent: overTime({ 0.1: [agreedToAll], 59: [agreedToNothing] }) },
  }),
  "the page’s own content for a known child": quiet([agreedToAll, childReading], { signals: child }),
  "content by country for a known child": page({
    slots: [shows("for-germany")],
    watched: { signals: child },
  }),
  "our keys with consent": quiet([agreedToAll], { device: [own("localStorage", 10), own("indexedDB", 10)] }),
  "our keys that came in the second in which consent was given": quiet([agreedToAll], {
    device: [own("localStorage", 19)],
    consent: overTime(agreedLate),
  }),
  "our keys from an earlier visit, before anybody was asked again": quiet([notAsked], {
    device: [own("localStorage")],
  }),
  "an emptied database of ours after withdrawal": quiet([agreedToNothing], {
    device: [own("indexedDB")],
    consent: overTime(withdrawn),
  }),
  "somebody else’s key of another name": quiet([agreedToNothing], {
    device: [{ place: "localStorage", name: "forwhom-demo", since: at(10) }],
  }),
  "the cookie of somebody signed in, which the server set": quiet([agreedToNothing], {
    device: [{ place: "cookie", name: "forwhom_hash", since: at(10) }],
  }),
  "the endpoint asked with consent, and events sent": quiet([agreedToAll], {
    requests: [asked("membership", 0), asked("events", 10)],
  }),
  "the endpoint asked at once when consent is given, before we hear of it": quiet([agreedToAll], {
    requests: [asked("membership", 19.8), asked("events", 19.9)],
    consent: overTime(agreedLate),
  }),
  "the last events, sent as consent was withdrawn": quiet([agreedToNothing], {
    requests: [asked("events", 50.2)],
    consent: overTime(withdrawn),
  }),
  "somebody else’s address of the same name": quiet([agreedToNothing], {
    requests: [{ ...asked("events", 10), to: "vwo" }],
  }),
  "the country asked for, which needs no consent": quiet([agreedToNothing], {
    requests: [asked("context", 1)],
  }),
  "PostHog elsewhere, with consent by Cookiebot": withPosthog([cookiebot(true)]),
  "PostHog elsewhere that only counts those who refused": withPosthog([cookiebot(false)], { device: [] }),
  "PostHog elsewhere whose key is from before somebody refused, and which is silent": withPosthog(
    [cookiebot(false)],
    { requests: [] },
  ),
  "PostHog elsewhere, where nobody knows of a consent manager": withPosthog([]),
  "PostHog beside Forwhom, with consent": quiet([agreedToAll], {
    tools: [posthog],
    device: [posthogNamed],
    requests: [posthogSent(10)],
  }),
};
