import { readTcData, readTcfCookie, type TcData } from "../../../../shared/consent/iab/tcf.ts";
import type { ConsentSource } from "../source.ts";

type TcfApi = (
  command: "addEventListener" | "removeEventListener",
  version: 2,
  callback: (data: TcData & { listenerId?: number }, success: boolean) => void,
  parameter?: number,
) => void;

const api = () => (window as { __tcfapi?: TcfApi }).__tcfapi;

/** IAB TCF 2.2 and 2.3: the usual cookie of its TC string, then `__tcfapi`. */
export const tcf: ConsentSource = {
  read: () => readTcfCookie(document.cookie),
  follow(changed, signal) {
    let isFollowing = false;
    const listen = () => {
      const call = api();
      if (isFollowing || !call) return;
      try {
        call("addEventListener", 2, (data, success) => {
          if (!success || !data) return;
          if (signal.aborted) call("removeEventListener", 2, () => {}, data.listenerId);
          else changed(readTcData(data));
        });
        isFollowing = true;
      } catch {
        // One that throws has not answered. It may be whole by the next time.
      }
    };
    listen();
    // A consent manager that is loaded after us has its interface by then.
    for (const event of ["DOMContentLoaded", "load"]) addEventListener(event, listen, { signal });
  },
};
