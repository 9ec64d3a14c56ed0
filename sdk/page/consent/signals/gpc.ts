import { answered } from "../../../../shared/consent/reading.ts";
import { GPC } from "../../../../shared/consent/sources.ts";
import type { ConsentSource } from "../source.ts";

/** Global Privacy Control: an explicit no, or no opinion. It cannot change within a page view. */
export const globalPrivacyControl: ConsentSource = {
  read: () =>
    (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true
      ? answered(GPC, [], ["sale-or-sharing"])
      : undefined,
  follow() {},
};
