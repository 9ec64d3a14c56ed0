const DAY_MS = 86_400_000;
const SHARES = 10;

export type SeenOptions = {
  /** For so many days an id is known; 30 unless said. */
  readonly days?: number;
  /** So many ids are known at most, the latest; a million unless said, which is 80 MB of memory. */
  readonly most?: number;
};

/** The ids of what came lately, in the order in which it came. */
export type Seen = {
  has(id: string): boolean;
  /** It came at that moment, or a little later. */
  add(id: string, at: number): void;
  /** The moment before which nothing needs to be known. */
  from(now: number): number;
};

/** Knows which ids came before, in bounded memory: the oldest are forgotten, a day or a tenth of all at once. */
export function seenIds({ days = 30, most = 1_000_000 }: SeenOptions): Seen {
  // One by one would be slow: a set from whose front much was deleted takes long to find its first.
  let shares: readonly { readonly from: number; readonly ids: Set<string> }[] = [];
  const from = (now: number) => now - days * DAY_MS;

  function newShare(at: number): Set<string> {
    const ids = new Set<string>();
    const recent = shares.filter((share) => share.from + DAY_MS > from(at));
    shares = [{ from: at, ids }];
    let left = most - most / SHARES;
    for (const share of recent) {
      left -= share.ids.size;
      if (left >= 0) shares = [...shares, share];
    }
    return ids;
  }

  return {
    has: (id) => shares.some(({ ids }) => ids.has(id)),
    from,
    add(id, at) {
      const [newest] = shares;
      const isFull = !newest || newest.ids.size >= most / SHARES || at >= newest.from + DAY_MS;
      (isFull ? newShare(at) : newest.ids).add(id);
    },
  };
}
