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
/** And what the site does for itself: none of these laws lets one opt out of it. */
const ALL: readonly string[] = ["first-party", ...Object.values(FIELDS)];
/** The first section of a US law; those before it are for Europe and Canada, which the TCF reads. */
const FIRST_OF_US = 6;
/** None of the laws applies. */
const NONE = -1;

/**
 * Reads what the API says about US laws. They only know opting out: who did not has made no choice, and
 * who did says no to that alone. A child that is known has agreed to nothing.
 */
export function readGppPing({ signalStatus, applicableSections, parsedSections }: GppPing): Reading {
  if (signalStatus !== "ready") return pending(GPP);
  const sections = Object.values(parsedSections ?? {}).map(flat);
  const denied = sections.flatMap(optedOut).filter((right, index, all) => all.indexOf(right) === index);
  const granted = ALL.filter((right) => !denied.includes(right));
  // What was not opted out of is nobody's yes, while the opt-out is somebody's no.
  if (denied.length > 0) return { ...answered(GPP, granted, denied, "implied"), closes: ["crm"] };
  const isKnown = [applicableSections].flat().some((id) => id === NONE || (id ?? 0) >= FIRST_OF_US);
  return isKnown ? answered(GPP, granted, [], "default") : pending(GPP);
}

/** What stands after a further word of the API: while its dialog is open again, what was said. */
export function heardGpp(ping: GppPing, last: Reading | undefined): Reading {
  const reading = readGppPing(ping);
  return last?.state === "answered" && reading.state === "pending" ? last : reading;
}

const flat = (section: unknown): Readonly<Record<string, unknown>> => Object.assign({}, ...[section].flat());

function optedOut(section: Readonly<Record<string, unknown>>): readonly string[] {
  if ([section.KnownChildSensitiveDataConsents].flat().includes(1)) return ALL;
  if (section.OptOutSale === "Y") return [FIELDS.SaleOptOut];
  return Object.entries(FIELDS).flatMap(([field, right]) => (section[field] === 1 ? [right] : []));
}
