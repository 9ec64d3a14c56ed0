import * as z from "zod";
import { ADDRESS, DURATION, ID, INPUTS, LINK, LONGEST, MOMENT, PAGES } from "./vocabulary.ts";

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
/** Paths of pages, each of which may end with a star for any rest. */
export const pagesSchema = z.array(z.string().regex(PAGES, "a path such as /pricing or /product/*")).min(1);
export const sentenceSchema = z.string().min(1).max(LONGEST);
export const inputSchema = z.enum(INPUTS);

export type Input = (typeof INPUTS)[number];
