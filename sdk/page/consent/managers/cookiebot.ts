import {
  COOKIEBOT,
  type CookiebotState,
  readCookiebot,
  readCookiebotCookie,
} from "../../../../shared/consent/managers/cookiebot.ts";
import { asking } from "../asking.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

const EVENTS = ["ConsentReady", "Accept", "Decline", "DialogDisplay"].map((name) => `CookiebotOn${name}`);

const manager = () => (window as { Cookiebot?: CookiebotState }).Cookiebot;

/** Cookiebot: its cookie, then `window.Cookiebot`. `window.CookieConsent` belongs to others too, and is let be. */
export const cookiebot: ConsentSource = {
  read: () => readCookiebotCookie(document.cookie),
  follow(changed, signal) {
    const ask = () => {
      const held = manager();
      return held && readCookiebot(held, document.cookie);
    };
    const tell = asking(COOKIEBOT, ask, changed, signal);
    for (const event of EVENTS) addEventListener(event, tell, { signal });
    // While it starts it has no response yet, not even from somebody who gave one.
    whenThere(() => manager()?.hasResponse === true && tell(), signal);
  },
};
