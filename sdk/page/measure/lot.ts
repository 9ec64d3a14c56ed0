/**
 * Where a visitor falls in the holdout lottery, 0 up to 1: the same for the same visitor and salt, and
 * another for another salt. The first 32 bits of SHA-256, so that a warehouse draws the same lot.
 * Undefined where the page is not served securely: there is no SHA-256 then, and nobody is held out.
 */
export async function lotOf(hash: string, salt = "forwhom"): Promise<number | undefined> {
  const digest = await crypto.subtle?.digest("SHA-256", new TextEncoder().encode(`${salt}:${hash}`));
  return digest && new DataView(digest).getUint32(0) / 0x1_0000_0000;
}

/** Draws each visitor's lot once, so that it is there at once from then on. */
export function drawLots(salt: string | undefined) {
  let drawn: { readonly for?: string | undefined; readonly lot?: number | undefined } = {};
  return {
    async draw(hash: string | undefined): Promise<void> {
      if (hash && hash !== drawn.for) drawn = { for: hash, lot: await lotOf(hash, salt) };
    },
    lotOf: (hash: string | undefined) => (drawn.for === hash ? drawn.lot : undefined),
  };
}
