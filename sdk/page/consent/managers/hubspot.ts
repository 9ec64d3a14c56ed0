import { HUBSPOT, readHubSpot, readHubSpotCookies } from "../../../../shared/consent/managers/hubspot.ts";
import { asking } from "../asking.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

type Page = { _hsp?: { readonly push?: (command: readonly unknown[]) => unknown } | undefined };

/** The banner of HubSpot: its cookies, then a listener in its own queue, which waits for it as long as it takes. */
export const hubspot: ConsentSource = {
  read: () => readHubSpotCookies(document.cookie),
  follow(changed, signal) {
    const tell = asking(
      HUBSPOT,
      (consent: unknown) => readHubSpot(consent, document.cookie),
      changed,
      signal,
    );
    const listener = (consent: unknown) => {
      tell(consent);
      // It may keep the choice only after it has told it.
      setTimeout(tell, 0, consent);
    };
    whenThere(() => {
      const page = window as Page;
      page._hsp ??= [] as unknown[];
      if (!page._hsp.push) return false;
      page._hsp.push(["addPrivacyConsentListener", listener]);
      return true;
    }, signal);
  },
};
