import {
  readUsercentrics,
  readUsercentricsServices,
  USERCENTRICS,
} from "../../../../shared/consent/managers/usercentrics.ts";
import { pending, type Reading } from "../../../../shared/consent/reading.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

type Page = {
  readonly __ucCmp?: { readonly getConsentDetails?: () => Promise<unknown> };
  readonly UC_UI?: {
    readonly isInitialized?: () => unknown;
    readonly isConsentRequired?: () => unknown;
    readonly getServicesBaseInfo?: () => unknown;
  };
};

const EVENTS = ["UC_UI_INITIALIZED", "UC_CONSENT", "UC_UI_CMP_EVENT", "consent_status"];

/** Usercentrics 3 answers by a promise, so there is no first reading; version 2 is asked where it is alone. */
export const usercentrics: ConsentSource = {
  read: () => pending(USERCENTRICS),
  follow(changed, signal) {
    let latest: symbol | undefined;
    const ask = (): boolean => {
      const { __ucCmp, UC_UI } = window as Page;
      if (!__ucCmp?.getConsentDetails && !UC_UI?.getServicesBaseInfo) return false;
      const question = Symbol();
      latest = question;
      const tell = (reading: Reading) => {
        // The answer to an earlier question may come after that to a later one.
        if (latest === question && !signal.aborted) changed(reading);
      };
      answer(window as Page).then(tell, () => tell(pending(USERCENTRICS)));
      return true;
    };
    for (const event of EVENTS) addEventListener(event, ask, { signal });
    whenThere(ask, signal);
  },
};

async function answer({ __ucCmp, UC_UI }: Page): Promise<Reading> {
  if (__ucCmp?.getConsentDetails) return readUsercentrics(await __ucCmp.getConsentDetails());
  if (UC_UI?.isInitialized?.() !== true) return pending(USERCENTRICS);
  return readUsercentricsServices(UC_UI.getServicesBaseInfo?.(), UC_UI.isConsentRequired?.());
}
