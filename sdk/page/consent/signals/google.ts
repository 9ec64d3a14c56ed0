import { GOOGLE, readGoogle } from "../../../../shared/consent/signals/google.ts";
import { asking } from "../asking.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

type DataLayer = { push?: (this: unknown, ...entries: unknown[]) => unknown };
type Page = {
  readonly dataLayer?: DataLayer;
  readonly google_tag_data?: {
    readonly ics?: {
      readonly entries?: unknown;
      readonly addListener?: (types: readonly string[], told: () => void) => void;
    };
  };
};

const TYPES = ["analytics_storage", "functionality_storage", "personalization_storage"];

const page = () => window as Page;
const ics = () => page().google_tag_data?.ics;
const read = () => readGoogle(page().dataLayer, ics()?.entries);

/**
 * Google consent mode: the commands in the data layer, then those that follow, and what Google's own
 * script tells where it is loaded. Neither is made here where the page has none.
 */
export const googleConsentMode: ConsentSource = {
  read,
  follow(changed, signal) {
    const tell = asking(GOOGLE, read, changed, signal);
    let wrapped: DataLayer | undefined;
    let isListening = false;
    whenThere(() => {
      const { dataLayer } = page();
      if (typeof dataLayer?.push === "function" && dataLayer !== wrapped) {
        wrapped = dataLayer;
        hearPushes(dataLayer, tell, signal);
      }
      if (!isListening && ics()?.addListener) {
        isListening = true;
        ics()?.addListener?.(TYPES, () => tell());
      }
      tell();
      // A page may put another data layer in its place at any time.
      return false;
    }, signal);
  },
};

/** What is pushed is heard after the data layer has it. It answers as it did, and a tag manager may wrap it again. */
function hearPushes(dataLayer: DataLayer, heard: () => void, signal: AbortSignal): void {
  const own = Object.getOwnPropertyDescriptor(dataLayer, "push");
  const { push } = dataLayer;
  const hearing = function (this: unknown, ...entries: unknown[]): unknown {
    const answer = push?.apply(this, entries);
    heard();
    return answer;
  };
  dataLayer.push = hearing;
  signal.addEventListener("abort", () => {
    // Whoever wrapped it since needs it: it then passes on what it hears, and tells nobody.
    if (dataLayer.push !== hearing) return;
    if (own) Object.defineProperty(dataLayer, "push", own);
    else delete dataLayer.push;
  });
}
