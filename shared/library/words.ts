import { z } from "zod";
import { DURATION } from "../engine/duration.ts";

/** Ids start with a letter, so that none of them can be `__proto__`. */
export const ID = /^[A-Za-z][A-Za-z0-9_.~-]{0,79}$/;
/** A day, or a day with a time in UTC. */
export const MOMENT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z)?$/;
/** Where a link may lead: another page of this site, or https, mail and telephone. Never a script. */
export const LINK = /^(\/(?![/\\])|#|\?|https?:\/\/|mailto:|tel:)[^\s]*$/;
/** An address on the page's own origin, or a full one. */
export const ADDRESS = /^(\/(?![/\\])|https?:\/\/)[^\s]*$/;

export const INPUTS = [
  "lifecycle",
  "persona",
  "behavior",
  "fit",
  "consent",
  "preference",
  "region",
  "source",
  "interest",
  "eligibility",
] as const;

export const idSchema = z
  .string()
  .regex(ID, "an id: a letter, then letters, digits and - _ . ~")
  .describe("An id");
export const durationSchema = z.string().regex(DURATION, "a duration such as 30m, 7d or 1mo");
export const momentSchema = z
  .string()
  .regex(MOMENT, "a day such as 2026-11-01, or a time in UTC such as 2026-11-01T09:00:00Z");
export const linkSchema = z.string().regex(LINK, "a link such as /demo or https://example.com/demo");
export const addressSchema = z
  .string()
  .regex(ADDRESS, "an address such as /forwhom or https://example.com/forwhom");
export const sentenceSchema = z.string().min(1).max(2_000);
export const inputSchema = z.enum(INPUTS);

export type Input = (typeof INPUTS)[number];
