import type { Context } from "hono";
import { deleteCookie, generateSignedCookie, getCookie, getSignedCookie, setCookie } from "hono/cookie";

/** Says who the visitor is. Signed, and not readable by scripts. */
export const KEY_COOKIE = "forwhom_key";
/** A short hash of the signed key: tells scripts that somebody else has come, and nothing else. */
export const HASH_COOKIE = "forwhom_hash";

const HALF_A_YEAR = 180 * 86_400;

/** The contact behind a request; undefined without a key, or with one that we did not sign. */
export async function contactOf(c: Context, secret: string): Promise<string | undefined> {
  const key = await getSignedCookie(c, secret, KEY_COOKIE).catch(() => undefined);
  return key || undefined;
}

/**
 * Lets the visitor be known as this contact from now on. Call it where your site signs people in.
 *
 * @example app.post("/sign-in", async (c) => { await signIn(c, { contact: user.id, secret }); … })
 */
export async function signIn(
  c: Context,
  { contact, secret }: { contact: string; secret: string },
): Promise<void> {
  const shared = { path: "/", sameSite: "Lax", secure: isSecure(c), maxAge: HALF_A_YEAR } as const;
  const cookie = await generateSignedCookie(KEY_COOKIE, contact, secret, { ...shared, httpOnly: true });
  // Whoever is signed in again as before keeps the pages of the Back button, and the browser's whole cache.
  if (getCookie(c, KEY_COOKIE) !== signedValue(cookie)) evictOthersPages(c);
  c.header("Set-Cookie", cookie, { append: true });
  setCookie(c, HASH_COOKIE, await shortHash(signedValue(cookie)), shared);
}

/** Forgets who the visitor is. Call it where your site signs people out. */
export function signOut(c: Context): void {
  evictOthersPages(c);
  deleteCookie(c, KEY_COOKIE, { path: "/", secure: isSecure(c) });
  deleteCookie(c, HASH_COOKIE, { path: "/", secure: isSecure(c) });
}

/** A page made for one person must not come back for the next by the Back button. */
function evictOthersPages(c: Context): void {
  if (getCookie(c, KEY_COOKIE) !== undefined) c.header("Clear-Site-Data", '"cache"');
}

const signedValue = (cookie: string) =>
  decodeURIComponent(cookie.slice(KEY_COOKIE.length + 1).split(";", 1)[0] ?? "");

async function shortHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const isSecure = (c: Context) =>
  new URL(c.req.url).protocol === "https:" || c.req.header("x-forwarded-proto") === "https";
