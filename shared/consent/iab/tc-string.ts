/** What a TC string says of itself, beside what was consented to. */
export type TcString = {
  readonly version: number;
  /** When it was last written, in epoch milliseconds. */
  readonly updated: number;
  /** The types of the segments behind its core. */
  readonly segments: readonly number[];
};

/** The segment that names the vendors which were shown to the visitor. */
export const DISCLOSED_VENDORS = 1;

const LONGEST = 50_000;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Reads a string of IAB TCF: a version in 6 bits, then in 36 each when it was created and last written,
 * in tenths of a second. Each letter stands for 6 bits, so all of these are whole letters.
 */
export function tcStringIn(text: string): TcString | undefined {
  const [core = "", ...others] = text.split(".");
  if (text.length > LONGEST || !/^[\w-]{13,}$/.test(core) || others.some((one) => !/^[\w-]+$/.test(one)))
    return undefined;
  return {
    version: numberIn(core.slice(0, 1)),
    updated: numberIn(core.slice(7, 13)) * 100,
    // The first three bits of a segment say its type.
    segments: others.map((segment) => numberIn(segment.slice(0, 1)) >> 3),
  };
}

/** Past 32 bits, so it is not shifted. */
const numberIn = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 64 + LETTERS.indexOf(letter), 0);

type Vendors = {
  readonly consents?: Readonly<Record<string, unknown>> | undefined;
  readonly disclosedVendors?: Readonly<Record<string, unknown>> | undefined;
};

/** How many vendors have consent though the visitor was not shown them; undefined where it is not said whom they were shown. */
export function undisclosed({ consents, disclosedVendors }: Vendors): number | undefined {
  if (typeof disclosedVendors !== "object" || disclosedVendors === null) return undefined;
  return Object.entries({ ...consents }).filter(
    ([vendor, isGranted]) => isGranted === true && disclosedVendors[vendor] !== true,
  ).length;
}
