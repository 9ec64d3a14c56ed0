/** A JSON Patch (RFC 6902), as far as it is written here: what is added, and that it is added to the right library. */
export type Operation = { readonly op: "add" | "test"; readonly path: string; readonly value: unknown };

/** One step of a JSON Pointer (RFC 6901, section 3). */
export const step = (name: string): string => name.replace(/~/g, "~0").replace(/\//g, "~1");

/**
 * A value with a patch applied; the value itself stays as it is.
 *
 * @throws When it is not the value that the patch was written for.
 */
export function patched(value: unknown, patch: readonly Operation[]): unknown {
  const copy = { whole: structuredClone(value) };
  for (const operation of patch) {
    const steps = ["whole", ...operation.path.split("/").slice(1).map(unescaped)];
    const last = steps.pop() ?? "";
    const at = steps.reduce<unknown>((found, name) => within(found, name, operation.path), copy);
    if (operation.op === "add") add(at, last, operation);
    else if (JSON.stringify(within(at, last, operation.path)) !== JSON.stringify(operation.value))
      throw new Error(`${operation.path} is something else here: the patch is for another library.`);
  }
  return copy.whole;
}

const unescaped = (name: string) => name.replace(/~1/g, "/").replace(/~0/g, "~");

function within(value: unknown, name: string, path: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
    throw new Error(`${path} is not there: the patch is for another library.`);
  return (value as Readonly<Record<string, unknown>>)[name];
}

function add(at: unknown, name: string, { path, value }: Operation): void {
  if (Array.isArray(at)) at.splice(name === "-" ? at.length : Number(name), 0, structuredClone(value));
  else if (typeof at === "object" && at !== null) Object.assign(at, { [name]: structuredClone(value) });
  else throw new Error(`${path} is not there: the patch is for another library.`);
}
