import {
  type KlaroManager,
  readKlaroCookie,
  readKlaroManager,
} from "../../../../shared/consent/managers/klaro.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

type Watched = KlaroManager & {
  watch(watcher: { update(manager: KlaroManager): void }): void;
  unwatch(watcher: object): void;
};

/** Klaro 0.7: its cookie, then its manager. */
export const klaro: ConsentSource = {
  read: () => readKlaroCookie(document.cookie),
  follow(changed, signal) {
    whenThere(() => {
      // Asked for earlier it would look for what it switches on in a document that is not whole.
      if (document.readyState === "loading") return false;
      const manager = (window as { klaro?: { getManager(): Watched } }).klaro?.getManager();
      if (!manager) return false;
      const watcher = {
        update: (latest: KlaroManager) => changed(readKlaroManager(latest, document.cookie)),
      };
      manager.watch(watcher);
      signal.addEventListener("abort", () => manager.unwatch(watcher));
      watcher.update(manager);
      return true;
    }, signal);
  },
};
