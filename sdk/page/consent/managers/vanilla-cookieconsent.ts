import { readVanilla } from "../../../../shared/consent/managers/vanilla-cookieconsent.ts";
import type { ConsentSource } from "../source.ts";

const read = () => readVanilla(document.cookie, Date.now());

/** vanilla-cookieconsent 3: its cookie, then its window events. */
export const vanilla: ConsentSource = {
  read,
  follow(changed, signal) {
    for (const event of ["cc:onConsent", "cc:onChange"])
      addEventListener(event, () => changed(read()), { signal });
  },
};
