import { type C15tState, readC15tState } from "../../../shared/consent/managers/c15t.ts";
import { type CookiebotState, readCookiebot } from "../../../shared/consent/managers/cookiebot.ts";
import { readDidomi } from "../../../shared/consent/managers/didomi.ts";
import { type KlaroManager, readKlaroManager } from "../../../shared/consent/managers/klaro.ts";
import { readOneTrust } from "../../../shared/consent/managers/onetrust.ts";
import { readOsano } from "../../../shared/consent/managers/osano.ts";
import { readShopify } from "../../../shared/consent/managers/shopify.ts";
import { readUsercentrics, readUsercentricsServices } from "../../../shared/consent/managers/usercentrics.ts";
import type { Reading } from "../../../shared/consent/reading.ts";
import { readGoogle } from "../../../shared/consent/signals/google.ts";

type Ask = () => unknown;
/** What consent managers put into the page's own world, as far as it is asked. */
type Page = {
  readonly Didomi?: Readonly<
    Record<"getCurrentUserStatus" | "isConsentRequired" | "shouldUserStatusBeCollected", Ask>
  >;
  readonly __ucCmp?: { readonly getConsentDetails?: Ask };
  readonly UC_UI?: Readonly<
    Partial<Record<"isInitialized" | "isConsentRequired" | "getServicesBaseInfo", Ask>>
  >;
  readonly Osano?: {
    readonly cm?: { readonly addEventListener?: (event: string, told: (consent: unknown) => void) => void };
  };
  readonly Shopify?: { readonly customerPrivacy?: { readonly currentVisitorConsent?: Ask } };
  readonly OneTrust?: {
    readonly IsAlertBoxClosed?: Ask;
    readonly GetDomainData?: () => { readonly ConsentModel?: { readonly Name?: unknown } } | undefined;
  };
  readonly OnetrustActiveGroups?: unknown;
  readonly Cookiebot?: CookiebotState;
  readonly c15tStore?: { readonly getState?: () => C15tState };
  readonly klaro?: { readonly getManager?: () => KlaroManager };
  readonly dataLayer?: unknown;
  readonly google_tag_data?: { readonly ics?: { readonly entries?: unknown } };
};

/** How long a consent manager may think. */
const PATIENCE_MS = 300;

const page = window as Page;

/** Each answers undefined where its consent manager is not there as a whole. None of them changes the page. */
const ASKED: readonly (() => Reading | undefined | Promise<Reading | undefined>)[] = [
  () =>
    page.Didomi?.getCurrentUserStatus &&
    readDidomi({
      status: page.Didomi.getCurrentUserStatus(),
      isRequired: page.Didomi.isConsentRequired(),
      isToBeCollected: page.Didomi.shouldUserStatusBeCollected(),
    }),
  askUsercentrics,
  askOsano,
  () =>
    page.Shopify?.customerPrivacy?.currentVisitorConsent &&
    readShopify(page.Shopify.customerPrivacy.currentVisitorConsent()),
  askOneTrust,
  () => page.Cookiebot && readCookiebot(page.Cookiebot, document.cookie),
  () => page.c15tStore?.getState && readC15tState(page.c15tStore.getState()),
  askKlaro,
  askGoogle,
];

/** What every consent manager says that only speaks here. One that throws or does not answer says nothing. */
export async function askManagers(): Promise<readonly Reading[]> {
  const said = await Promise.all(ASKED.map((ask) => inTime(async () => ask())));
  return said.filter((reading) => reading !== undefined);
}

const inTime = <T>(ask: () => Promise<T>): Promise<T | undefined> =>
  Promise.race([
    ask().catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined)),
  ]);

async function askUsercentrics(): Promise<Reading | undefined> {
  const { __ucCmp, UC_UI } = page;
  if (__ucCmp?.getConsentDetails) return readUsercentrics(await __ucCmp.getConsentDetails());
  if (UC_UI?.isInitialized?.() !== true) return undefined;
  return readUsercentricsServices(UC_UI.getServicesBaseInfo?.(), UC_UI.isConsentRequired?.());
}

let osanoSaid: Reading | undefined;
let isListeningToOsano = false;

/** What it can be asked for are defaults too: only what it tells its listeners is an answer. */
function askOsano(): Reading | undefined {
  const { cm } = page.Osano ?? {};
  if (!isListeningToOsano && cm?.addEventListener) {
    isListeningToOsano = true;
    for (const event of ["osano-cm-initialized", "osano-cm-consent-saved"])
      cm.addEventListener(event, (consent) => {
        osanoSaid = readOsano(consent);
      });
  }
  return osanoSaid;
}

function askOneTrust(): Reading | undefined {
  const { OneTrust: manager, OnetrustActiveGroups: activeGroups } = page;
  if (!manager?.IsAlertBoxClosed || !manager.GetDomainData || activeGroups === undefined) return undefined;
  const model = manager.GetDomainData()?.ConsentModel?.Name;
  return readOneTrust({ isAlertBoxClosed: manager.IsAlertBoxClosed(), model, activeGroups }, document.cookie);
}

/** A data layer is on many pages, and alone it says nothing of consent. */
function askGoogle(): Reading | undefined {
  const said = readGoogle(page.dataLayer, page.google_tag_data?.ics?.entries);
  return said.state === "pending" ? undefined : said;
}

function askKlaro(): Reading | undefined {
  // Asked for earlier it would look for what it switches on in a document that is not whole.
  if (document.readyState === "loading" || !page.klaro?.getManager) return undefined;
  return readKlaroManager(page.klaro.getManager(), document.cookie);
}
