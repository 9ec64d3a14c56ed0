import { cookieValue } from "../cookie.ts";
import { answered, pending, type Reading } from "../reading.ts";

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
  try {
    return fromServices(JSON.parse(cookieValue(cookies, COOKIE) ?? "null"));
  } catch {
    return pending(KLARO);
  }
}

export const readKlaroManager = ({ confirmed, savedConsents }: KlaroManager): Reading =>
  fromServices(confirmed === true ? savedConsents : undefined);

function fromServices(services: unknown): Reading {
  if (typeof services !== "object" || services === null) return pending(KLARO);
  const all = Object.entries(services);
  const named = (isGranted: boolean) => all.flatMap(([name, value]) => (value === isGranted ? [name] : []));
  return answered(KLARO, named(true), named(false));
}
