import { behavior } from "./behavior.ts";
import { consent } from "./consent.ts";
import { deal } from "./deal.ts";
import { device } from "./device.ts";
import { fit } from "./fit.ts";
import { interest } from "./interest.ts";
import { lifecycle } from "./lifecycle.ts";
import { persona } from "./persona.ts";
import { query } from "./query.ts";
import { region } from "./region.ts";
import { source } from "./source.ts";

/** Every kind of input that there are ready definitions for, by the name that one asks for it. */
export const STANDARDS = {
  lifecycle,
  persona,
  behavior,
  fit,
  deal,
  consent,
  region,
  source,
  interest,
  device,
  query,
};

export type StandardName = keyof typeof STANDARDS;

export const STANDARD_NAMES = Object.keys(STANDARDS) as readonly StandardName[];

export const isStandardName = (word: string): word is StandardName => Object.hasOwn(STANDARDS, word);
