import { readVanilla } from "../../../../shared/consent/managers/vanilla-cookieconsent.ts";
import { asksAnew } from "../../../../shared/consent/reading.ts";
import type { ConsentSource } from "../source.ts";

const read = () => readVanilla(document.cookie, Date.now());

/** vanilla-cookieconsent 3: its cookie, then its window events. */
export const vanilla: ConsentSource = {
  read,
  follow(changed, signal) {
    for (const event of ["cc:onConsent", "cc:onChange", "cc:onModalShow"])
      addEventListener(
        event,
        ({ detail }: Event & { detail?: { modalName?: string } }) =>
          // Where it asks anew, for another revision, its cookie still holds the old choice.
          changed(detail?.modalName === "consentModal" ? asksAnew(read()) : read()),
        { signal },
      );
  },
};
