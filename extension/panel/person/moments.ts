import type { Manifest } from "../../../shared/manifest/shape.ts";

/** A moment at which offers start, or end. */
export type Moment = {
  readonly offers: readonly string[];
  readonly is: "starts" | "ends";
  readonly at: number;
};

/** When the offers of a page start and end, the soonest first. */
export function momentsAhead({ offers }: Pick<Manifest, "offers">, now: number): readonly Moment[] {
  const all = Object.values(offers).flatMap(({ label, from, until }) => [
    { label, is: "starts" as const, at: Date.parse(from ?? "") },
    { label, is: "ends" as const, at: Date.parse(until ?? "") },
  ]);
  const groups = new Map<string, Moment>();
  for (const { label, is, at } of all) {
    const key = `${at} ${is}`;
    if (at > now) groups.set(key, { offers: [...(groups.get(key)?.offers ?? []), label], is, at });
  }
  return [...groups.values()].sort((one, other) => one.at - other.at);
}
