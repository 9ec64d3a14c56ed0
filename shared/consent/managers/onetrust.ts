import { cookieValue } from "../cookie.ts";
import { type Meaning, meant } from "../meaning.ts";
import { asksAnew, type Basis, pending, type Reading, unanswered } from "../reading.ts";

export const ONETRUST = "onetrust";

/** The ids that OneTrust gives its groups; a site may use others, which then need a mapping. */
const MEANING: Meaning = {
  storage: ["C0003"],
  behavior: ["C0003"],
  crm: ["C0004"],
  measurement: ["C0002"],
};

/** What OneTrust's interface says, as far as it is read. */
export type OneTrustState = {
  readonly isAlertBoxClosed: unknown;
  /** Such as "opt-in", "opt-out" or "implied consent". */
  readonly model: unknown;
  /** Such as ",C0001,C0003,", or a list of them. */
  readonly activeGroups: unknown;
};

/** Reads the groups in OneTrust's cookie. It is written before any choice: only the closed box makes it one. */
export function readOneTrustCookie(cookies: string): Reading {
  const { groups, awaits } = kept(cookies);
  const isClosed = cookieValue(cookies, "OptanonAlertBoxClosed") !== undefined;
  if (!isClosed) return unanswered(ONETRUST);
  if (awaits || groups.length === 0) return pending(ONETRUST);
  const named = (end: string) => groups.filter((one) => one.endsWith(end)).map((one) => one.slice(0, -2));
  return meant(ONETRUST, MEANING, named(":1"), named(":0"));
}

/** Reads what the interface says; the cookie names the groups that are not active. */
export function readOneTrust(state: OneTrustState, cookies: string): Reading {
  const { groups, awaits, isByBrowser } = kept(cookies);
  const granted = listed(state.activeGroups);
  // Before a choice some models have every group active.
  if (!granted) return pending(ONETRUST);
  if (state.isAlertBoxClosed !== true || awaits) return asksAnew(readOneTrustCookie(cookies));
  const denied = groups.map((one) => one.slice(0, -2)).filter((one) => !granted.includes(one));
  const isOptIn = typeof state.model === "string" && /^opt-?in$/i.test(state.model);
  // Where everything is active unless somebody objects, closing the box chooses nothing.
  const basis: Basis = isOptIn || (denied.length > 0 && !isByBrowser) ? "explicit" : "implied";
  return meant(ONETRUST, MEANING, granted, denied, basis);
}

/** What OneTrust makes of Global Privacy Control; undefined where its cookie does not say that it is on. */
export function readOneTrustGpc(cookies: string): "honored" | "ignored" | undefined {
  const all = held(cookies);
  if (all.get("browserGpcFlag") !== "1") return undefined;
  const honors = all.get("isGpcEnabled");
  return honors === "1" ? "honored" : honors === "0" ? "ignored" : undefined;
}

// Decoded only after it is taken apart: the address that somebody landed on stands in it too.
const held = (cookies: string) => new URLSearchParams(/(?:^|; )OptanonConsent=([^;]*)/.exec(cookies)?.[1]);

function kept(cookies: string) {
  const all = held(cookies);
  return {
    groups: (all.get("groups") ?? "").split(",").filter((one) => /.:[01]$/.test(one)),
    awaits: all.get("AwaitingReconsent") === "true",
    isByBrowser: all.get("isGpcEnabled") === "1",
  };
}

function listed(groups: unknown): readonly string[] | undefined {
  const list: unknown = typeof groups === "string" ? groups.split(",") : groups;
  return Array.isArray(list)
    ? list.filter((one): one is string => typeof one === "string" && one !== "")
    : undefined;
}
