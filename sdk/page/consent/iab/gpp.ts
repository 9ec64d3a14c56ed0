import { GPP, type GppPing, heardGpp, readGppPing } from "../../../../shared/consent/iab/gpp.ts";
import { pending, type Reading } from "../../../../shared/consent/reading.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

type GppApi = {
  (command: "ping", callback: (ping: GppPing | null, success: boolean) => void): void;
  (
    command: "addEventListener" | "removeEventListener",
    callback: (event: { pingData?: GppPing; listenerId?: number } | null, success: boolean) => void,
    parameter?: number,
  ): void;
};

const api = () => (window as { __gpp?: GppApi }).__gpp;

function read(): Reading {
  let reading = pending(GPP);
  api()?.("ping", (ping, success) => {
    if (success && ping) reading = readGppPing(ping);
  });
  return reading;
}

/** IAB GPP 1.1: `__gpp`, first by a ping, which is answered at once. No cookie for it is agreed on. */
export const gpp: ConsentSource = {
  read,
  follow(changed, signal) {
    let last: Reading | undefined;
    whenThere(() => {
      const call = api();
      call?.("addEventListener", (event, success) => {
        if (!success || !event?.pingData) return;
        if (signal.aborted) return call("removeEventListener", () => {}, event.listenerId);
        last = heardGpp(event.pingData, last);
        changed(last);
      });
      return call !== undefined;
    }, signal);
  },
};
