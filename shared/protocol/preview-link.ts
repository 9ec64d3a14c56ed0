import * as z from "zod";
import { type Choice, changesShape, chosenShape, withChanges } from "./choice.ts";

const MARK = "forwhom-preview=";
/** A link is for today: whoever finds it later learns nothing from it. */
export const LONGEST_MS = 24 * 3_600_000;
/** Addresses that are longer do not survive mail and chat. */
const LONGEST = 4_000;

/**
 * Whom a colleague should see the page as: ids and values of properties, from which their own extension makes the
 * visitor up. Never content, and never where a library lies.
 */
const linkedSchema = z.strictObject({
  forwhom: z.literal(1),
  /** The only site that it is for. */
  origin: z.string().max(300),
  /** Epoch milliseconds. */
  until: z.number(),
  ...chosenShape,
  also: chosenShape.also.optional(),
  withoutConsent: chosenShape.withoutConsent.optional(),
  ...changesShape,
});

export type Linked = Omit<z.infer<typeof linkedSchema>, "forwhom" | "origin" | "until">;

export type ReadLink =
  | { readonly is: "preview"; readonly linked: Linked; readonly until: number }
  | { readonly is: "expired" }
  | { readonly is: "for another site"; readonly origin: string }
  /** Cut off, changed, or from a version that says more. */
  | { readonly is: "unreadable" };

/** A choice as a link says it: what says nothing is left out. */
export const linkedOf = ({ changes, also, withoutConsent, ...rest }: Choice): Linked => ({
  ...rest,
  ...(also.length > 0 && { also }),
  ...(withoutConsent && { withoutConsent }),
  ...changes,
});

export const choiceIn = ({
  segment,
  sample,
  also = [],
  withoutConsent = false,
  ...changes
}: Linked): Choice =>
  withChanges(
    {
      ...(segment !== undefined && { segment }),
      ...(sample !== undefined && { sample }),
      also,
      withoutConsent,
    },
    changes,
  );

/** The page's address with the preview in its fragment, which no server is sent. */
export function previewLink(url: string, linked: Linked, until: number): string {
  const address = new URL(url);
  const text = JSON.stringify({ forwhom: 1, origin: address.origin, until, ...linked });
  address.hash = MARK + toBase64Url(text);
  return address.href;
}

/** What a page's address asks to be previewed; undefined: nothing. */
export function readPreviewLink(url: string, now: number): ReadLink | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hash, origin } = new URL(url);
  if (!hash.startsWith(`#${MARK}`)) return undefined;
  const { success, data } = linkedSchema.safeParse(fromBase64Url(hash.slice(MARK.length + 1)));
  if (!success || data.until > now + LONGEST_MS) return { is: "unreadable" };
  if (data.origin !== origin) return { is: "for another site", origin: data.origin };
  if (data.until <= now) return { is: "expired" };
  const { forwhom: _version, origin: _origin, until, ...linked } = data;
  return { is: "preview", linked, until };
}

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

function fromBase64Url(text: string): unknown {
  if (text.length > LONGEST) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
      letter.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
