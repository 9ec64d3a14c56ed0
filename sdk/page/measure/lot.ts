import murmurhash from "murmurhash";

/**
 * Where a visitor falls in the holdout lottery, 0 up to 1: the same for the same visitor and salt, and
 * another for another salt. MurmurHash3, 32 bits.
 */
export const lotOf = (hash: string, salt = "forwhom"): number =>
  murmurhash.v3(`${salt}:${hash}`) / 0x1_0000_0000;
