import { type GppPing, usSections } from "../../../shared/consent/iab/gpp.ts";
import { tcStringIn, undisclosed } from "../../../shared/consent/iab/tc-string.ts";
import { googleTypesSaid } from "../../../shared/consent/signals/google.ts";
import type { Signals } from "../../../shared/protocol/watched.ts";

type Page = {
  readonly wp_has_consent?: unknown;
  readonly wp_consent_type?: unknown;
  readonly wp_fallback_consent_type?: unknown;
  readonly dataLayer?: unknown;
  readonly google_tag_data?: { readonly ics?: { readonly entries?: unknown } };
};

/** What the IAB's interfaces said last. */
export type Heard = { readonly tcData?: unknown; readonly gppPing?: GppPing | undefined };

/** What consent signals say of themselves. Whatever throws says nothing. */
export function readSignals({ tcData, gppPing }: Heard): Signals {
  const page = window as Page;
  const gpp = gppPing && attempt(() => usSections(gppPing));
  return {
    ...given(
      "tcString",
      attempt(() => readTcString(tcData)),
    ),
    ...given(
      "gpp",
      gpp?.map((section) => ({ ...section, keeps: [...section.keeps] })),
    ),
    ...given(
      "google",
      attempt(() => googleTypesSaid(page.dataLayer, page.google_tag_data?.ics?.entries)?.slice()),
    ),
    ...given(
      "wpConsent",
      attempt(() => readWpConsentType(page)),
    ),
  };
}

function readTcString(tcData: unknown): Signals["tcString"] {
  const { tcString, vendor } = { ...(tcData as { tcString?: unknown; vendor?: object } | undefined) };
  const read = typeof tcString === "string" ? tcStringIn(tcString) : undefined;
  if (!read) return undefined;
  return { ...read, segments: [...read.segments], ...given("undisclosed", undisclosed({ ...vendor })) };
}

function readWpConsentType(page: Page): Signals["wpConsent"] {
  if (typeof page.wp_has_consent !== "function") return undefined;
  // The plugin's own setting stands in where no banner sets the type.
  const type = page.wp_consent_type ?? page.wp_fallback_consent_type;
  return typeof type === "string" && type !== "" ? { type: type.slice(0, 100) } : {};
}

const given = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [name in Name]?: Value };

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
