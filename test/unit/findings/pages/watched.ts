import { readCookiebot } from "../../../../shared/consent/managers/cookiebot.ts";
import { VANILLA } from "../../../../shared/consent/managers/vanilla-cookieconsent.ts";
import { meant } from "../../../../shared/consent/meaning.ts";
import { type Reading, unanswered } from "../../../../shared/consent/reading.ts";
import type { Kept, Request, Signals, Trace, Watched } from "../../../../shared/protocol/watched.ts";
import { agreedToAll, agreedToNothing, element, elsewhere, LOADED, page, shows, visitors } from "../page.ts";

export const notAsked = unanswered(VANILLA);
export const nothing = [element("hero", {}), element("cta", {})];

/** So many seconds after the page was loaded. */
export const at = (seconds: number) => LOADED + seconds * 1_000;

export const shownSince = (variation: string, seconds: number) => ({
  ...shows(variation),
  since: at(seconds),
});

export const own = (place: Kept["place"], seconds?: number): Kept => ({
  place,
  name: "forwhom",
  ...(seconds !== undefined && { since: at(seconds) }),
});

export const asked = (path: string, seconds: number): Request => ({
  to: "endpoint",
  url: `https://northwind.example/forwhom/${path}`,
  at: at(seconds),
});

/** A page on which nothing is shown, and what was seen of it. */
export const quiet = (consent: readonly Reading[], watched: Partial<Watched>) =>
  page({ slots: nothing, consent, watched });

export const keen = {
  ...visitors.nobody,
  events: [1, 2, 3].map((day) => ({ event: "page_view", at: LOADED - day * 86_400_000 })),
};
export const child: Signals = { gpp: [{ section: "usnat", keeps: [], isChild: true }] };
export const childReading: Reading = {
  ...meant("gpp", { storage: [], behavior: [], crm: ["sale"], measurement: [] }, [], ["sale"]),
  opens: [],
};

export const agreed = { 0.1: [agreedToAll] };
export const agreedLate = { 0.1: [notAsked], 20: [agreedToAll] };
export const withdrawn = { 0.1: [agreedToAll], 50: [agreedToNothing] };

export const posthog: Trace = { tool: "posthog", by: "global", name: "posthog" };
export const posthogNamed: Kept = { place: "localStorage", name: "ph_phc_1_posthog" };
export const posthogSent = (seconds: number): Request => ({
  to: "posthog",
  url: "https://eu.i.posthog.com/i/v0/e/",
  at: at(seconds),
});

export const cookiebot = (marketing: boolean) =>
  readCookiebot(
    {
      hasResponse: true,
      consent: {
        necessary: true,
        preferences: marketing,
        statistics: true,
        marketing,
        method: "explicit",
      },
    },
    "",
  );
/** What a page of somebody else does with PostHog. */
export const withPosthog = (consent: readonly Reading[], part: Partial<Watched> = {}) =>
  elsewhere(consent, { tools: [posthog], device: [posthogNamed], requests: [posthogSent(10)], ...part });
