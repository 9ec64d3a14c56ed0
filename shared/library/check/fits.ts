import { MOMENT } from "../vocabulary.ts";

type Described = { readonly type: string; readonly values?: readonly string[] | undefined };

/** Whether a value may stand for a property of this type. Nothing is coerced: "42" is no number. */
export function fits(value: unknown, { type, values }: Described): boolean {
  const isListed = (one: unknown) =>
    typeof one === "string" && (values === undefined || values.includes(one));
  switch (type) {
    case "enum":
      return isListed(value);
    case "list":
      return Array.isArray(value) && value.every(isListed);
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "boolean":
      return typeof value === "boolean";
    case "date":
      return typeof value === "string" && MOMENT.test(value);
    default:
      return typeof value === "string";
  }
}
