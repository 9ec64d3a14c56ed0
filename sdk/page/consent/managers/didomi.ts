import { DIDOMI, readDidomi } from "../../../../shared/consent/managers/didomi.ts";
import { pending } from "../../../../shared/consent/reading.ts";
import { asking } from "../asking.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

type Didomi = {
  readonly getCurrentUserStatus: () => unknown;
  readonly isConsentRequired: () => unknown;
  readonly shouldUserStatusBeCollected: () => unknown;
};

type Queue = { readonly push?: (one: unknown) => unknown };
type Page = {
  didomiOnReady?: Queue | undefined;
  didomiEventListeners?: Queue | undefined;
  readonly Didomi?: Didomi;
};

/** Didomi keeps its answer in a form of its own, so it is asked when it is ready and whenever consent changes. */
export const didomi: ConsentSource = {
  read: () => pending(DIDOMI),
  follow(changed, signal) {
    const page = window as Page;
    const tell = asking(DIDOMI, () => page.Didomi && readDidomi(stateOf(page.Didomi)), changed, signal);
    whenThere(() => {
      page.didomiOnReady ??= [] as unknown[];
      page.didomiEventListeners ??= [] as unknown[];
      if (!page.didomiOnReady.push || !page.didomiEventListeners.push) return false;
      page.didomiEventListeners.push({ event: "consent.changed", listener: () => tell() });
      page.didomiOnReady.push(() => tell());
      return true;
    }, signal);
  },
};

const stateOf = (manager: Didomi) => ({
  status: manager.getCurrentUserStatus(),
  isRequired: manager.isConsentRequired(),
  isToBeCollected: manager.shouldUserStatusBeCollected(),
});
