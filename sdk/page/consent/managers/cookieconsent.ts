import { readCookieconsent, STATUS_COOKIE } from "../../../../shared/consent/managers/cookieconsent.ts";
import type { ConsentSource } from "../source.ts";

type Change = Event & Readonly<Record<"changed" | "deleted", readonly { name?: string }[]>>;

const read = () => readCookieconsent(document.cookie);

/** The old cookieconsent 3.1: its cookie. It tells nobody of a change, so its buttons and the cookie are watched. */
export const cookieconsent: ConsentSource = {
  read,
  follow(changed, signal) {
    addEventListener(
      "click",
      ({ target }) => {
        if (target instanceof Element && target.closest(".cc-window, .cc-revoke")) changed(read());
      },
      { signal },
    );
    const { cookieStore } = window as { cookieStore?: EventTarget };
    cookieStore?.addEventListener(
      "change",
      (event) => {
        const { changed: set, deleted } = event as Change;
        if ([...set, ...deleted].some(({ name }) => name === STATUS_COOKIE)) changed(read());
      },
      { signal },
    );
  },
};
