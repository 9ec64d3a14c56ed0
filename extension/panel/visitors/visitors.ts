import * as z from "zod";
import { type Choice, choiceSchema } from "../../../shared/protocol/choice.ts";

/** The last ones: more would be a second list of audiences. */
const RECENT = 5;

const nameSchema = z.string().trim().min(1).max(100);
const savedSchema = z.object({ name: nameSchema, choice: choiceSchema });

export type SavedVisitor = z.infer<typeof savedSchema>;

/** The visitors of one site that were given a name, and the last who were previewed. */
export type KeptVisitors = {
  readonly saved: readonly SavedVisitor[];
  readonly recent: readonly Choice[];
};

export const NOBODY_KEPT: KeptVisitors = { saved: [], recent: [] };

/** What is read back: whatever cannot be understood any more is left out, and the rest stays. */
export function readVisitors(raw: unknown): KeptVisitors {
  if (typeof raw !== "object" || raw === null) return NOBODY_KEPT;
  const { saved, recent } = raw as { readonly saved?: unknown; readonly recent?: unknown };
  return { saved: readable(saved, savedSchema), recent: readable(recent, choiceSchema).slice(0, RECENT) };
}

const readable = <T>(raw: unknown, schema: z.ZodType<T>): readonly T[] =>
  Array.isArray(raw)
    ? raw.flatMap((one: unknown) => {
        const { success, data } = schema.safeParse(one);
        return success ? [data] : [];
      })
    : [];

/** The same visitor, whatever the order in which it was put together. */
export const isSame = (one: Choice | undefined, other: Choice | undefined): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return entries
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, one]): readonly unknown[] => [key, ordered(one)]);
}

/** Whoever was made up a step before, from whom this visitor was made, is not one of their own. */
export function withRecent(kept: KeptVisitors, choice: Choice, before?: Choice): KeptVisitors {
  const isStep = (one: Choice) => before?.changes !== undefined && isSame(one, before);
  const others = kept.recent.filter((one) => !isSame(one, choice) && !isStep(one));
  return { ...kept, recent: [choice, ...others].slice(0, RECENT) };
}

/** Under a name there is one visitor: who is saved under it again takes its place. */
export function withSaved(kept: KeptVisitors, given: string, choice: Choice): KeptVisitors {
  const { success, data: name } = nameSchema.safeParse(given);
  if (!success) return kept;
  const visitor = { name, choice };
  const isThere = kept.saved.some((one) => one.name === name);
  const saved = isThere
    ? kept.saved.map((one) => (one.name === name ? visitor : one))
    : [...kept.saved, visitor];
  return { ...kept, saved };
}

export const without = (kept: KeptVisitors, name: string): KeptVisitors => ({
  ...kept,
  saved: kept.saved.filter((one) => one.name !== name),
});

/** A visitor keeps its place under another name; the one that had it goes. */
export function renamed(kept: KeptVisitors, name: string, given: string): KeptVisitors {
  const { success, data: next } = nameSchema.safeParse(given);
  if (!success || next === name) return kept;
  const others = kept.saved.filter((one) => one.name !== next);
  return { ...kept, saved: others.map((one) => (one.name === name ? { ...one, name: next } : one)) };
}
