import { cookieValue } from "../../../shared/consent/cookie.ts";
import { tcStringIn } from "../../../shared/consent/iab/tc-string.ts";
import { readOneTrustGpc } from "../../../shared/consent/managers/onetrust.ts";
import type { Reading } from "../../../shared/consent/reading.ts";
import { SETTLES_MS } from "../../../shared/findings/settles.ts";
import type { Watched } from "../../../shared/protocol/watched.ts";
import { BEGAN } from "../began.ts";
import type { Answer } from "../channel.ts";
import { watchDevice } from "./device.ts";
import { rememberConsent } from "./over-time.ts";
import { endpointIn, watchRequests } from "./requests.ts";
import { scriptsInPage, toolsSeen } from "./tools.ts";
import { watchTrackers } from "./trackers.ts";

export type Watch = {
  /** All that was seen until now. Nothing of it is validated, and part of it is only said by the page. */
  readonly seen: (answer: Answer, readings: readonly Reading[], now: number, saidAt: number) => Watched;
};

/**
 * Watches the page from now on, beside how its slots stand.
 *
 * @param changed is called when there is something new.
 * @param settled is called once the page has had the time to follow what was new.
 */
export function startWatching(changed: () => void, settled: () => void, signal: AbortSignal): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settleSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => signal.aborted || settled(), SETTLES_MS * 1.05);
  };
  const newHere = () => {
    settleSoon();
    changed();
  };
  const device = watchDevice(newHere, signal);
  const requests = watchRequests(newHere, signal);
  const trackers = watchTrackers(newHere, signal);
  // A change of consent is seen while it is being reported: only what comes of it is waited for.
  const consentNow = rememberConsent(settleSoon);
  settleSoon();
  return {
    seen({ claim, globals = [], signals }, readings, now, saidAt) {
      const kept = device.look(now);
      return {
        loaded: BEGAN,
        at: now,
        consent: [...consentNow(readings, now, saidAt)] as Watched["consent"],
        device: [...kept],
        requests: [...requests.to(endpointIn(claim))],
        tools: [...toolsSeen(scriptsInPage(), Array.isArray(globals) ? globals : [], kept)],
        trackers: [...trackers.seen()],
        signals: { ...signalsInCookies(), ...signals },
      };
    },
  };
}

function signalsInCookies(): Watched["signals"] {
  const { cookie } = document;
  const oneTrustGpc = readOneTrustGpc(cookie);
  const tcString = tcStringIn(cookieValue(cookie, "euconsent-v2") ?? "");
  return {
    ...(oneTrustGpc && { oneTrustGpc }),
    ...(tcString && { tcString: { ...tcString, segments: [...tcString.segments] } }),
  };
}
