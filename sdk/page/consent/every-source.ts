import { tcf } from "./iab/tcf.ts";
import { vanilla } from "./managers/vanilla-cookieconsent.ts";
import { globalPrivacyControl } from "./signals/gpc.ts";
import type { ConsentSource } from "./source.ts";

/** Every source of consent that any library can name, and the browser's own signal. */
export const EVERY_SOURCE: readonly ConsentSource[] = [vanilla, tcf, globalPrivacyControl];
