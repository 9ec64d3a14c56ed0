import { cookieValue } from "../cookie.ts";
import { closedGates, GATES, type Gate } from "../gates.ts";
import { answered, type Basis, pending, type Reading } from "../reading.ts";
import { TCF } from "../sources.ts";

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
  return granted === undefined ? pending(TCF) : tcfAnswered(granted);
}

/** Reads what the API says. `tcloaded` with no purposes at all is not an answer; nor is an open dialog. */
export function readTcData(data: TcData): Reading {
  if (data.gdprApplies === false) return tcfAnswered(ALL, "not required");
  const consents = data.purpose?.consents ?? {};
  const isAnswer = data.eventStatus === "tcloaded" || data.eventStatus === "useractioncomplete";
  const granted = ALL.filter((purpose) => consents[purpose] === true);
  const isEmpty = Object.keys(consents).length === 0;
  if (data.gdprApplies !== true || !isAnswer || (isEmpty && data.eventStatus === "tcloaded"))
    return pending(TCF);
  return tcfAnswered(granted);
}

/** The purposes that the policy defines. */
const ALL: readonly string[] = Array.from({ length: 11 }, (_, index) => String(index + 1));

/** Purposes need no mapping: storage 1; behavior 1, 5 and 6; crm 1 and 6; measurement 1 and 8. */
const NEEDS: Readonly<Record<Gate, readonly string[]>> = {
  storage: ["1"],
  behavior: ["1", "5", "6"],
  crm: ["1", "6"],
  measurement: ["1", "8"],
};

/** An answer about purposes, and about the gates that rest on them. */
export function tcfAnswered(granted: readonly string[], basis?: Basis): Reading {
  const denied = ALL.filter((purpose) => !granted.includes(purpose));
  const closes = closedGates(NEEDS, granted);
  return {
    ...answered(TCF, granted, denied, basis),
    opens: GATES.filter((gate) => !closes.includes(gate)),
    closes,
  };
}

function purposesOf(tcString: string): readonly string[] | undefined {
  const core = tcString.split(".")[0] ?? "";
  if (!/^C[\w-]{29,}$/.test(core)) return undefined;
  // Whole groups of four letters are whole bytes; the purposes end in the 22nd of at least 22.
  const bytes = atob(core.slice(0, 32).padEnd(32, "A").replaceAll("-", "+").replaceAll("_", "/"));
  const bitAt = (index: number) => (bytes.charCodeAt(index >> 3) >> (7 - (index & 7))) & 1;
  return ALL.filter((_, index) => bitAt(PURPOSES_AT + index) === 1);
}
