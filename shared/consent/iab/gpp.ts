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
  if (isChild(section)) return ALL;
  if (section.OptOutSale === "Y") return [FIELDS.SaleOptOut];
  return Object.entries(FIELDS).flatMap(([field, right]) => (section[field] === 1 ? [right] : []));
}

/** What a section of a US law holds that findings rest on. */
export type UsSection = {
  readonly section: string;
  /** What the visitor did not opt out of, though they could have. */
  readonly keeps: readonly string[];
  /** Whether it says that Global Privacy Control was on; not there: it does not speak of it. */
  readonly gpc?: boolean | undefined;
  /** A child who is known to be one, for whom nobody agreed. */
  readonly isChild: boolean;
};

/** In the order of their numbers, from the first of a US law on. */
const SECTIONS =
  "uspv1 usnat usca usva usco usut usct usfl usmt usor ustx usde usia usne usnh usnj ustn usmn usmd usin usky usri".split(
    " ",
  );

/** The sections that apply to this visitor, once the API has made up its mind. */
export function usSections({
  signalStatus,
  applicableSections,
  parsedSections,
}: GppPing): readonly UsSection[] {
  if (signalStatus !== "ready") return [];
  const applicable = [applicableSections].flat().map((id) => SECTIONS[(id ?? 0) - FIRST_OF_US]);
  return Object.entries(parsedSections ?? {}).flatMap(([section, parsed]) => {
    if (!applicable.includes(section)) return [];
    const fields = flat(parsed);
    return {
      section,
      keeps: [
        ...(fields.SaleOptOut === 2 || fields.OptOutSale === "N" ? [FIELDS.SaleOptOut] : []),
        ...(fields.SharingOptOut === 2 ? [FIELDS.SharingOptOut] : []),
      ],
      ...(typeof fields.Gpc === "boolean" && { gpc: fields.Gpc }),
      isChild: isChild(fields),
    };
  });
}

const isChild = ({ KnownChildSensitiveDataConsents: consents }: Readonly<Record<string, unknown>>): boolean =>
  [consents].flat().includes(1);
