import type { Manifest } from "../../../../shared/manifest/shape.ts";
import type { Measured } from "../measured.ts";

/** What somebody else's tool is told: an event of ours by name, and what may be known of it outside. */
export type Told = Omit<Measured, "at">;

/** Puts one event where a tool of the site finds it, whether or not the tool is there yet. */
export type Sink = (told: Told, measurement: Manifest["measurement"]) => void;

/** The site's own queue of a tool: made where it is not there, as each tool's own snippet does. */
export function queue(name: string): { push(entry: unknown): unknown } {
  const page = window as unknown as Record<string, { push(entry: unknown): unknown } | undefined>;
  page[name] ??= [];
  return page[name];
}
