import type { Records } from "../../../../../sdk/endpoint/sources/source.ts";
import type { Library } from "../../../../../shared/library/library.ts";
import type { Name } from "../../panel.ts";

/** A page that a browser really opens, on an origin of its own, with exactly one fault or none. */
export type OnePage = {
  /** The finding that must be found on it, and no other; not there: nothing may be found. */
  readonly finds?: string;
  /** With Forwhom, and this library; not there: a page of somebody else. */
  readonly library?: Library;
  /** The same library is loaded into the panel. */
  readonly isLoaded?: boolean;
  /** Who is signed in. */
  readonly contact?: Records;
  /** Where the server says the visitor is; "" nowhere. */
  readonly country?: string;
  /** The categories that were agreed to in vanilla-cookieconsent; not there: nobody has answered. */
  readonly agreed?: readonly string[];
  /** The endpoint answers: not at all, or as it did sixty days ago. */
  readonly endpoint?: "fails" | "is old";
  /** Before the page script. */
  readonly head?: string;
  readonly body?: string;
  /** After everything else: the script of somebody who is no part of Forwhom. */
  readonly script?: string;
  /** How often consent changes while the page is watched, its first state counted. */
  readonly moments?: number;
  /** A consent manager that must have been answered, or an element of its own: so that it is really there. */
  readonly heard?: string;
  readonly there?: string;
  /** The browser sends Global Privacy Control, which only one of them can. */
  readonly gpc?: Name;
};

export type Pages = Readonly<Record<string, OnePage>>;

export const ALL = ["necessary", "functional", "personalization", "analytics"];
export const NECESSARY = ["necessary"];

export const slot = (id: string) => `<p data-fw-slot="${id}">What stands there</p>`;

/** An old script that fills a slot and says that this variation stands there, whatever Forwhom does with it. */
export const seize = (slot: string, shown: string) => `
  function seize() {
    const element = document.querySelector('[data-fw-slot="${slot}"]');
    if (element.dataset.fwShown === "${shown}" && element.dataset.fwDone === "variation") return;
    element.hidden = false;
    element.textContent = "Put there";
    element.dataset.fwShown = "${shown}";
    element.dataset.fwDone = "variation";
  }
  document.addEventListener("forwhom:decision", seize);
  seize();`;

/** And one that puts back what stood there, though Forwhom has taken it away. */
export const putBack = (slot: string) => `
  function putBack() {
    const element = document.querySelector('[data-fw-slot="${slot}"]');
    element.hidden = false;
    element.removeAttribute("data-fw-shown");
    element.dataset.fwDone = "default";
    element.textContent = "Put back";
  }
  document.addEventListener("forwhom:decision", putBack);
  putBack();`;

/** Writes what vanilla-cookieconsent keeps of an answer, as its dialog does it, and tells the page. */
export const answer = (categories: readonly string[], afterMs: number) => `
  setTimeout(() => {
    document.cookie = "${consentCookie(categories)}; path=/";
    window.dispatchEvent(new CustomEvent("cc:onChange", { detail: {} }));
  }, ${afterMs});`;

export const consentCookie = (categories: readonly string[]): string =>
  `cc_cookie=${encodeURIComponent(
    JSON.stringify({
      categories,
      revision: 0,
      data: null,
      consentTimestamp: "2026-11-20T10:00:00.000Z",
      consentId: "d7f7e1a0-1111-4222-8333-444455556666",
      services: {},
      languageCode: "en",
      lastConsentTimestamp: "2026-11-20T10:00:00.000Z",
      expirationTime: Date.now() + 86_400_000 * 180,
    }),
  )}`;
