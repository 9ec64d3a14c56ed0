import { type Meaning, meant } from "../meaning.ts";
import { pending, type Reading } from "../reading.ts";

export const GOOGLE = "google-consent-mode";

const TYPES = [
  "ad_storage",
  "ad_user_data",
  "ad_personalization",
  "analytics_storage",
  "functionality_storage",
  "personalization_storage",
  "security_storage",
] as const;
const MEANING: Meaning = {
  storage: ["functionality_storage", "personalization_storage"],
  behavior: ["personalization_storage"],
  crm: ["personalization_storage"],
  measurement: ["analytics_storage"],
};

/** What Google's script holds of one type, where it is loaded: `google_tag_data.ics.entries[type]`. */
type Entry = { readonly default?: unknown; readonly update?: unknown };

/**
 * Reads consent mode from the commands in the data layer, and from what Google's script holds: a tag
 * manager's template updates it without a command. Google takes a type that nobody set for granted;
 * here it has no say. Only an update is somebody's choice.
 */
export function readGoogle(dataLayer: unknown, entries: unknown): Reading {
  const commands = [...(Array.isArray(dataLayer) ? dataLayer : [])].filter(isConsent);
  const held: Readonly<Record<string, Entry | undefined>> = { ...(entries as object) };
  const updates = TYPES.map((type) => [
    ...commands
      .filter((command) => command[1] === "update")
      .map((command) => command[2]?.[type])
      .filter(isSaid)
      .slice(-1),
    ...ofEntry(held[type]?.update),
  ]);
  if (updates.some((said) => said.length > 0)) {
    const [granted, denied] = sorted(updates);
    return meant(GOOGLE, MEANING, granted, denied);
  }
  // A region's default beats the general one, and nobody knows here which region counts: the strictest does.
  const [granted, denied] = sorted(
    TYPES.map((type) => [
      ...commands
        .filter((command) => command[1] === "default")
        .map((command) => command[2]?.[type])
        .filter(isSaid),
      ...ofEntry(held[type]?.default),
    ]),
  );
  return granted.length + denied.length > 0
    ? meant(GOOGLE, MEANING, granted, denied, "default")
    : pending(GOOGLE);
}

/**
 * The types of which consent mode says anything at all; undefined where the page does not use it. Google
 * takes every other type for granted.
 */
export function googleTypesSaid(dataLayer: unknown, entries: unknown): readonly string[] | undefined {
  const commands = [...(Array.isArray(dataLayer) ? dataLayer : [])].filter(isConsent);
  const held: Readonly<Record<string, Entry | undefined>> = { ...(entries as object) };
  const said = TYPES.filter(
    (type) =>
      commands.some((command) => isSaid(command[2]?.[type])) ||
      [...ofEntry(held[type]?.default), ...ofEntry(held[type]?.update)].length > 0,
  );
  return said.length > 0 ? said : undefined;
}

type Said = "granted" | "denied";
type Command = {
  readonly 0: "consent";
  readonly 1?: unknown;
  readonly 2?: Readonly<Record<string, unknown>>;
};

/** The data layer holds the arguments of `gtag`, which are no array. */
const isConsent = (entry: unknown): entry is Command =>
  typeof entry === "object" && entry !== null && (entry as { 0?: unknown })[0] === "consent";

const isSaid = (value: unknown): value is Said => value === "granted" || value === "denied";

const ofEntry = (value: unknown): readonly Said[] =>
  typeof value === "boolean" ? [value ? "granted" : "denied"] : [];

/** The types that everything said of them grants, and those that anything denies. */
function sorted(all: readonly (readonly Said[])[]): readonly [readonly string[], readonly string[]] {
  const of = (wanted: (said: readonly Said[]) => boolean) =>
    TYPES.filter((_, index) => wanted(all[index] ?? []));
  return [of((said) => said.length > 0 && !said.includes("denied")), of((said) => said.includes("denied"))];
}
