import { gpp } from "./iab/gpp.ts";
import { tcf } from "./iab/tcf.ts";
import { c15t } from "./managers/c15t.ts";
import { cookieconsent } from "./managers/cookieconsent.ts";
import { klaro } from "./managers/klaro.ts";
import { vanilla } from "./managers/vanilla-cookieconsent.ts";
import { globalPrivacyControl } from "./signals/gpc.ts";
import type { ConsentSource } from "./source.ts";

/** Every source of consent that any library can name, and the browser's own signal. */
export const EVERY_SOURCE: readonly ConsentSource[] = [
  vanilla,
  tcf,
  gpp,
  klaro,
  c15t,
  cookieconsent,
  globalPrivacyControl,
];
