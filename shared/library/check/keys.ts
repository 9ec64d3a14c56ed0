import type { z } from "zod";
import { librarySchema } from "../library.ts";

/** The keys that the schema knows at a path: of every kind of condition or content where there are several. */
export const keysAt = (path: readonly PropertyKey[]): readonly string[] => keysOf(schemasAt(path));

type Schema = z.core.$ZodType;

function schemasAt(path: readonly PropertyKey[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, step) => [
      ...new Set(schemas.flatMap((schema) => plain(schema).flatMap((one) => inside(one, step)))),
    ],
    [librarySchema],
  );
}

const keysOf = (schemas: readonly Schema[]): readonly string[] => [
  ...new Set(schemas.flatMap(plain).flatMap((schema) => Object.keys(shapeOf(schema)))),
];

type Def = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly keyType?: Schema;
  readonly entries?: Readonly<Record<string, string>>;
  readonly getter?: () => Schema;
};

const defOf = (schema: Schema) => schema._zod.def as unknown as Def;

/** The schemas that a schema stands for: unions, lazy and optional ones opened. */
function plain(schema: Schema): readonly Schema[] {
  const { options, innerType, getter } = defOf(schema);
  if (options) return options.flatMap(plain);
  if (innerType) return plain(innerType);
  return getter ? plain(getter()) : [schema];
}

/** A record whose keys are words has these as its keys. */
function shapeOf(schema: Schema): Readonly<Record<string, unknown>> {
  const { shape, keyType } = defOf(schema);
  return shape ?? (keyType && defOf(keyType).entries) ?? {};
}

function inside(schema: Schema, step: PropertyKey): readonly Schema[] {
  const { shape, element, valueType } = defOf(schema);
  const next = typeof step === "number" ? element : (shape?.[String(step)] ?? valueType);
  return next ? [next] : [];
}
