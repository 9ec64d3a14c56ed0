import { entry } from "../engine/facts.ts";

/** Whether a value has a shape. Decoders ship to visitors: they say yes or no and nothing more. */
export type Is = (value: unknown) => boolean | undefined;

type Pattern = { test(text: string): boolean };

export const text =
  (pattern: Pattern = /./s, longest = Number.POSITIVE_INFINITY): Is =>
  (value) =>
    typeof value === "string" && value.length <= longest && pattern.test(value);

export const suchThat =
  (holds: (text: string) => boolean): Is =>
  (value) =>
    typeof value === "string" && holds(value);

export const number =
  (from = -Number.POSITIVE_INFINITY, to = Number.POSITIVE_INFINITY, isWhole = false): Is =>
  (value) =>
    typeof value === "number" &&
    Number.isFinite(value) &&
    value >= from &&
    value <= to &&
    (!isWhole || Number.isSafeInteger(value));

export const boolean: Is = (value) => typeof value === "boolean";

export const literal =
  (...allowed: readonly unknown[]): Is =>
  (value) =>
    allowed.includes(value);

export const list =
  (item: Is, least = 0): Is =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(item);

export const either =
  (...shapes: readonly Is[]): Is =>
  (value) =>
    shapes.some((is) => is(value));

export const both =
  (...shapes: readonly Is[]): Is =>
  (value) =>
    shapes.every((is) => is(value));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Any keys of one shape with values of one shape. */
export const record =
  (key: Is, item: Is): Is =>
  (value) =>
    isRecord(value) && Object.entries(value).every(([one, held]) => key(one) && item(held));

/** Exactly these keys; those of `optional` may be missing. */
export const object =
  (required: Readonly<Record<string, Is>>, optional: Readonly<Record<string, Is>> = {}): Is =>
  (value) =>
    isRecord(value) &&
    Object.keys(required).every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(([key, held]) => (entry(required, key) ?? entry(optional, key))?.(held));
