import { cookieValue } from "../cookie.ts";
import { answered, asksAnew, pending, type Reading, unanswered } from "../reading.ts";

export const KLARO = "klaro";
const COOKIE = "klaro";

/** Klaro's consent manager, as far as it is read. */
export type KlaroManager = {
  /** Whether the visitor chose, and chose about every service that there is now. */
  readonly confirmed?: boolean;
  /** By service. What it calls consents holds presets and switches that nobody saved yet: not read. */
  readonly savedConsents?: Readonly<Record<string, unknown>>;
};

/** Reads Klaro from its cookie, which it writes only when a choice is saved. */
export function readKlaroCookie(cookies: string): Reading {
  const kept = cookieValue(cookies, COOKIE);
  if (kept === undefined) return unanswered(KLARO);
  try {
    return fromServices(JSON.parse(kept));
  } catch {
    return pending(KLARO);
  }
}

export const readKlaroManager = ({ confirmed, savedConsents }: KlaroManager, cookies: string): Reading =>
  confirmed === true ? fromServices(savedConsents) : asksAnew(readKlaroCookie(cookies));

function fromServices(services: unknown): Reading {
  if (typeof services !== "object" || services === null) return pending(KLARO);
  const all = Object.entries(services);
  const named = (isGranted: boolean) => all.flatMap(([name, value]) => (value === isGranted ? [name] : []));
  return answered(KLARO, named(true), named(false));
}
