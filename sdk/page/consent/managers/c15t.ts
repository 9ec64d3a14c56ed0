import { type C15tState, readC15tCookie, readC15tState } from "../../../../shared/consent/managers/c15t.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

type Store = {
  getState(): C15tState;
  subscribe(listener: (state: C15tState) => void): () => void;
};

/** c15t 2: its cookie, then its store. */
export const c15t: ConsentSource = {
  read: () => readC15tCookie(document.cookie),
  follow(changed, signal) {
    whenThere(() => {
      const store = (window as { c15tStore?: Store }).c15tStore;
      if (!store) return false;
      const update = (state: C15tState) => changed(readC15tState(state));
      signal.addEventListener("abort", store.subscribe(update));
      update(store.getState());
      return true;
    }, signal);
  },
};
