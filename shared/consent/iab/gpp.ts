import { answered, pending, type Reading } from "../reading.ts";

export const GPP = "gpp";

/** What `__gpp` says at a ping and with every event, as far as it is read. */
export type GppPing = {
  readonly signalStatus?: string | undefined;
  readonly applicableSections?: readonly number[] | null | undefined;
  /** A section is an object, or as the specification has it a list of one object for each segment. */
  readonly parsedSections?: Readonly<Record<string, unknown>> | null | undefined;
};

/** What one may opt out of under the laws of US states, by the field that says so. */
const FIELDS = {
  SaleOptOut: "sale",
  SharingOptOut: "sharing",
  TargetedAdvertisingOptOut: "targeted-advertising",
} as const;
const RIGHTS = Object.values(FIELDS);
/** What the site does for itself: none of these laws lets one opt out of it. */
const OWN = "first-party";
/** The first section of a US law; those before it are for Europe and Canada, which the TCF reads. */
const FIRST_OF_US = 6;
/** None of the laws applies. */
const NONE = -1;

/**
 * Reads what the API says about US laws. They only know opting out: who did not has made no choice,
 * and an opt-out takes with it whatever a silence had allowed. A child that is known counts as one.
 */
export function readGppPing({ signalStatus, applicableSections, parsedSections }: GppPing): Reading {
  if (signalStatus !== "ready") return pending(GPP);
  const sections = Object.values(parsedSections ?? {}).map(flat);
  const denied = sections.flatMap(optedOut).filter((right, index, all) => all.indexOf(right) === index);
  if (denied.length > 0) return { ...answered(GPP, [], denied), closes: ["crm"] };
  const isKnown = applicableSections?.some((id) => id === NONE || id >= FIRST_OF_US);
  return isKnown ? answered(GPP, [OWN, ...RIGHTS], [], "default") : pending(GPP);
}

const flat = (section: unknown): Readonly<Record<string, unknown>> => Object.assign({}, ...[section].flat());

function optedOut(section: Readonly<Record<string, unknown>>): readonly string[] {
  if ([section.KnownChildSensitiveDataConsents].flat().includes(1)) return RIGHTS;
  if (section.OptOutSale === "Y") return [FIELDS.SaleOptOut];
  return Object.entries(FIELDS).flatMap(([field, right]) => (section[field] === 1 ? [right] : []));
}
