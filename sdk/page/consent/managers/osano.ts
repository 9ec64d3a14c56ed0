import { OSANO, readOsano } from "../../../../shared/consent/managers/osano.ts";
import { pending } from "../../../../shared/consent/reading.ts";
import { asking } from "../asking.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

type Listen = (event: string, listener: (consent: unknown) => void) => void;
type Osano = {
  /** There before Osano is, where the page has the snippet for that. */
  (event: "onInitialized", listener: () => void): void;
  readonly cm?: { readonly addEventListener?: Listen; readonly removeEventListener?: Listen };
};

const EVENTS = ["osano-cm-initialized", "osano-cm-consent-saved"];

/** Osano: asked through its listeners only. That somebody moved a switch says nothing until it is saved. */
export const osano: ConsentSource = {
  read: () => pending(OSANO),
  follow(changed, signal) {
    const tell = asking(OSANO, readOsano, changed, signal);
    let isAnnounced = false;
    whenThere((look) => {
      const { Osano: manager } = window as { Osano?: Osano };
      const { cm } = manager ?? {};
      if (!cm?.addEventListener) {
        if (typeof manager === "function" && !isAnnounced) manager("onInitialized", () => look());
        isAnnounced = typeof manager === "function";
        return false;
      }
      for (const event of EVENTS) cm.addEventListener(event, tell);
      signal.addEventListener("abort", () => {
        for (const event of EVENTS) cm.removeEventListener?.(event, tell);
      });
      return true;
    }, signal);
  },
};
