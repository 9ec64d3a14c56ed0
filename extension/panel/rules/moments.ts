import type { Manifest } from "../../../shared/manifest/shape.ts";

export type Moment = { readonly offer: string; readonly is: "starts" | "ends"; readonly at: number };

/** When the offers of a page start and end, the soonest first. */
export function momentsAhead({ offers }: Pick<Manifest, "offers">, now: number): readonly Moment[] {
  return Object.values(offers)
    .flatMap(({ label, from, until }): Moment[] => [
      ...(from === undefined ? [] : [{ offer: label, is: "starts" as const, at: Date.parse(from) }]),
      ...(until === undefined ? [] : [{ offer: label, is: "ends" as const, at: Date.parse(until) }]),
    ])
    .filter(({ at }) => at > now)
    .sort((one, other) => one.at - other.at);
}
