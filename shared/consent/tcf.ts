import { cookieValue } from "./cookie.ts";
import { answered, pending, type Reading } from "./reading.ts";

export const TCF = "tcf";
const COOKIE = "euconsent-v2";
/** Where the 24 bits of PurposesConsent start in a version 2 core segment (IAB TCF, "TC string"). */
const PURPOSES_AT = 152;

/** What `__tcfapi` hands to a listener, as far as it is read. */
export type TcData = {
  readonly gdprApplies?: boolean | undefined;
  readonly eventStatus?: string | undefined;
  readonly purpose?: { readonly consents?: Readonly<Record<string, boolean>> | undefined } | undefined;
};

/** Reads the purposes of the TC string in the cookie that most consent managers keep it in. */
export function readTcfCookie(cookies: string): Reading {
  const text = cookieValue(cookies, COOKIE);
  const granted = text === undefined ? undefined : purposesOf(text);
  return granted === undefined ? pending(TCF) : answered(TCF, granted, without(granted));
}

/** Reads what the API says. `tcloaded` with no purposes at all is not an answer; nor is an open dialog. */
export function readTcData(data: TcData): Reading {
  if (data.gdprApplies === false) return answered(TCF, ALL, [], "not required");
  const consents = data.purpose?.consents ?? {};
  const isAnswer = data.eventStatus === "tcloaded" || data.eventStatus === "useractioncomplete";
  const granted = ALL.filter((purpose) => consents[purpose] === true);
  const isEmpty = Object.keys(consents).length === 0;
  if (data.gdprApplies !== true || !isAnswer || (isEmpty && data.eventStatus === "tcloaded"))
    return pending(TCF);
  return answered(TCF, granted, without(granted));
}

/** The purposes that the policy defines. */
const ALL: readonly string[] = Array.from({ length: 11 }, (_, index) => String(index + 1));
const without = (granted: readonly string[]) => ALL.filter((purpose) => !granted.includes(purpose));

function purposesOf(tcString: string): readonly string[] | undefined {
  const core = tcString.split(".")[0] ?? "";
  if (!/^C[\w-]{29,}$/.test(core)) return undefined;
  // Whole groups of four letters are whole bytes; the purposes end in the 22nd of at least 22.
  const bytes = atob(core.slice(0, 32).padEnd(32, "A").replaceAll("-", "+").replaceAll("_", "/"));
  const bitAt = (index: number) => (bytes.charCodeAt(index >> 3) >> (7 - (index & 7))) & 1;
  return ALL.filter((_, index) => bitAt(PURPOSES_AT + index) === 1);
}
