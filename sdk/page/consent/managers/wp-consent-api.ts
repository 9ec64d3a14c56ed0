import { readWpConsent, WP_CONSENT_API } from "../../../../shared/consent/managers/wp-consent-api.ts";
import { asking } from "../asking.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

const type = () => (window as { wp_consent_type?: unknown }).wp_consent_type;
const read = (changed?: Readonly<Record<string, unknown>>) => readWpConsent(document.cookie, type(), changed);

/** The WP Consent API: its cookies, then its events, which say one category at a time. */
export const wpConsentApi: ConsentSource = {
  read: () => read(),
  follow(changed, signal) {
    let said: Readonly<Record<string, unknown>> = {};
    const tell = asking(WP_CONSENT_API, () => read(said), changed, signal);
    const hear = (event: Event) => {
      said = { ...said, ...(event as CustomEvent<object | null>).detail };
      tell();
    };
    document.addEventListener("wp_listen_for_consent_change", hear, { signal });
    document.addEventListener("wp_consent_type_defined", () => tell(), { signal });
    // The type may be set without a word, and an answer means less where one has to opt out.
    whenThere(() => type() !== undefined && tell(), signal);
  },
};
