/** Where a visitor falls in the holdout lottery, 0 up to 1: the first 32 bits of the key's hash. */
export const lotOf = (hash: string): number => Number.parseInt(hash.slice(0, 8), 16) / 0x1_0000_0000;
