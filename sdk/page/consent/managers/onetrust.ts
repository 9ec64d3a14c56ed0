import { ONETRUST, readOneTrust, readOneTrustCookie } from "../../../../shared/consent/managers/onetrust.ts";
import type { Reading } from "../../../../shared/consent/reading.ts";
import { asking } from "../asking.ts";
import type { ConsentSource } from "../source.ts";
import { whenThere } from "../when-there.ts";

type Page = {
  readonly OneTrust?: {
    readonly IsAlertBoxClosed?: () => unknown;
    readonly GetDomainData?: () => { readonly ConsentModel?: { readonly Name?: unknown } } | undefined;
  };
  readonly OnetrustActiveGroups?: unknown;
};

/** OneTrust: its two cookies, then its groups, which it tells on every load and after every change. */
export const onetrust: ConsentSource = {
  read: () => readOneTrustCookie(document.cookie),
  follow(changed, signal) {
    const tell = asking(ONETRUST, ask, changed, signal);
    for (const event of ["OneTrustGroupsUpdated", "consent.onetrust", "OTConsentApplied"])
      addEventListener(event, (told) => tell((told as CustomEvent).detail), { signal });
    whenThere(() => tell(), signal);
  },
};

function ask(told?: unknown): Reading | undefined {
  const { OneTrust: manager, OnetrustActiveGroups: groups } = window as Page;
  const activeGroups = Array.isArray(told) ? told : groups;
  // Before it is whole it may be an object with a place in it, and nothing else.
  if (!manager?.IsAlertBoxClosed || !manager.GetDomainData || activeGroups === undefined) return;
  const isAlertBoxClosed = manager.IsAlertBoxClosed();
  const model = manager.GetDomainData()?.ConsentModel?.Name;
  return readOneTrust({ isAlertBoxClosed, model, activeGroups }, document.cookie);
}
