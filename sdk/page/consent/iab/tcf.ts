import { readTcData, readTcfCookie, type TcData } from "../../../../shared/consent/iab/tcf.ts";
import { askedAgain, type Reading } from "../../../../shared/consent/reading.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

type TcfApi = (
  command: "addEventListener" | "removeEventListener",
  version: 2,
  callback: (data: TcData & { listenerId?: number }, success: boolean) => void,
  parameter?: number,
) => void;

const read = () => readTcfCookie(document.cookie);

/** IAB TCF 2.2 and 2.3: the usual cookie of its TC string, then `__tcfapi`. */
export const tcf: ConsentSource = {
  read,
  follow(changed, signal) {
    let last: Reading | undefined;
    try {
      last = read();
    } catch {
      // A page may forbid cookies. What the interface says still counts.
    }
    whenThere(() => {
      const call = (window as { __tcfapi?: TcfApi }).__tcfapi;
      call?.("addEventListener", 2, (data, success) => {
        if (!success || !data) return;
        if (signal.aborted) return call("removeEventListener", 2, () => {}, data.listenerId);
        last = askedAgain(readTcData(data), last);
        changed(last);
      });
      return call !== undefined;
    }, signal);
  },
};
