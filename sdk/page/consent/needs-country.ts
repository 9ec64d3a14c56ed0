import type { Manifest } from "../../../shared/manifest/shape.ts";

/** Whether anything in a library rests on the visitor's country. */
export const needsCountry = ({ consent, properties }: Manifest): boolean =>
  (consent.regions?.["opt-out"] ?? []).length > 0 ||
  Object.values(properties).some(({ from, of }) => from === "page" && of === "country");
