import { GATES, type Gate } from "../../../shared/consent/gates.ts";
import type { Changes } from "../../../shared/protocol/choice.ts";

/** One thing about a visitor that can be changed and taken back, as a key: `property:persona`, `gate:crm`. */
export type Part = "now" | "didNothing" | `gate:${Gate}` | `property:${string}` | `event:${number}`;

/** What is changed, in the order in which it is listed. */
export const partsIn = ({ now, didNothing, gates = {}, properties = {}, events = [] }: Changes): Part[] => [
  ...(now === undefined ? [] : (["now"] as const)),
  ...GATES.flatMap((gate): Part[] => (gates[gate] ? [`gate:${gate}`] : [])),
  ...Object.keys(properties).map((id): Part => `property:${id}`),
  ...(didNothing ? (["didNothing"] as const) : []),
  ...events.map((_, at): Part => `event:${at}`),
];

/** The same changes without one of them. */
export function takenBack(changes: Changes, part: Part): Changes {
  const [kind, id = ""] = split(part);
  if (kind === "event") return { ...changes, events: changes.events?.filter((_, at) => String(at) !== id) };
  if (kind === "gate") return { ...changes, gates: dropped(changes.gates ?? {}, id) };
  if (kind === "property") return { ...changes, properties: dropped(changes.properties ?? {}, id) };
  return { ...changes, [kind]: undefined };
}

/** Its kind, and what of that kind; ids may hold anything but a colon. */
export const split = (part: Part): readonly [string, string?] => {
  const at = part.indexOf(":");
  return at < 0 ? [part] : [part.slice(0, at), part.slice(at + 1)];
};

const dropped = <T extends object>(record: T, id: string): T =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id)) as T;
