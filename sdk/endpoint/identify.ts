import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
} from "jose";
import { z } from "zod";

/** How the tokens that `POST /identify` accepts are signed. A token's subject is the contact's id. */
export type IdentifyOptions = {
  /** A secret that is shared with whoever signs (HS256, HS384, HS512): at least 32 bytes of UTF-8. */
  readonly secret?: string;
  /** A public key (RS, PS, ES or EdDSA). */
  readonly key?: CryptoKey;
  /** Public keys as a JWK set, or the `https:` address where they lie. */
  readonly jwks?: JSONWebKeySet | string;
  /** What a token's `iss` has to be. */
  readonly issuer?: string;
  /** What has to be among a token's `aud`. */
  readonly audience?: string;
};

/** The contact's id, or what is wrong with the token in one sentence that does not repeat it. */
export type Verified = { readonly contact: string } | { readonly status: 400 | 401; readonly error: string };

const MOST_CHARACTERS = 8_192;
const LEAST_SECRET_BYTES = 32;
const BY_SECRET = ["HS256", "HS384", "HS512"];
const BY_KEY = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

const bodySchema = z.object({ token: z.string().min(1).max(MOST_CHARACTERS) });

/**
 * Verifies what `POST /identify` is sent: `{ "token": "…" }`.
 *
 * @throws At once, where the options name no key, several, or a secret that is too short.
 */
export function tokenVerifier(
  { issuer, audience, ...signed }: IdentifyOptions,
  now: () => number,
): (body: unknown) => Promise<Verified> {
  const verify = verifierOf(signed);
  return async (body) => {
    const found = bodySchema.safeParse(body);
    if (!found.success)
      return {
        status: 400,
        error: `Expected { "token": "…" } as JSON, with a JWT of at most ${MOST_CHARACTERS} characters.`,
      };
    try {
      const { sub } = await verify(found.data.token, {
        requiredClaims: ["exp", "sub"],
        currentDate: new Date(now()),
        ...(issuer !== undefined && { issuer }),
        ...(audience !== undefined && { audience }),
      });
      return sub ? { contact: sub } : refused("The token’s sub is empty: it has to be the contact’s id.");
    } catch (thrown) {
      return refused(sentenceFor(thrown));
    }
  };
}

type Verify = (token: string, expected: Parameters<typeof jwtVerify>[2]) => Promise<JWTPayload>;

function verifierOf({ secret, key, jwks }: Pick<IdentifyOptions, "secret" | "key" | "jwks">): Verify {
  const given = Object.entries({ secret, key, jwks }).filter(([, value]) => value !== undefined);
  if (given.length !== 1)
    throw new Error(
      `identify: found ${given.map(([name]) => name).join(" and ") || "no key"}; expected exactly one of secret, key and jwks.`,
    );
  // Each with its own algorithms only: a public key must never be taken for a shared secret.
  if (secret !== undefined) {
    const bytes = new TextEncoder().encode(secret);
    if (bytes.length < LEAST_SECRET_BYTES)
      throw new Error(
        `identify.secret: ${bytes.length} bytes; expected at least ${LEAST_SECRET_BYTES}, such as from "openssl rand -base64 32".`,
      );
    return async (token, expected) =>
      (await jwtVerify(token, bytes, { ...expected, algorithms: BY_SECRET })).payload;
  }
  if (key)
    return async (token, expected) =>
      (await jwtVerify(token, key, { ...expected, algorithms: BY_KEY }).catch(notThisKey)).payload;
  const keys =
    typeof jwks === "string" ? createRemoteJWKSet(new URL(jwks)) : createLocalJWKSet(jwks ?? { keys: [] });
  return async (token, expected) =>
    (await jwtVerify(token, keys, { ...expected, algorithms: BY_KEY })).payload;
}

/** A token says itself by which algorithm it is signed; that this key is for another is the token's fault. */
function notThisKey(thrown: unknown): never {
  throw thrown instanceof TypeError ? new errors.JOSEAlgNotAllowed("not an algorithm of this key") : thrown;
}

const refused = (error: string) => ({ status: 401, error }) as const;

/**
 * What is wrong with a token, for whoever signs them. Anything else is no fault of the token and is thrown
 * on, such as keys that could not be fetched.
 */
function sentenceFor(thrown: unknown): string {
  if (thrown instanceof errors.JWTExpired) return "The token has expired (exp).";
  if (thrown instanceof errors.JWTClaimValidationFailed) {
    const { claim, reason } = thrown;
    if (reason === "missing") return `The token has no ${claim}.`;
    if (claim === "nbf") return "The token is not valid yet (nbf).";
    return `The token’s ${claim} is not the one that is expected here.`;
  }
  if (thrown instanceof errors.JWSSignatureVerificationFailed)
    return "The token is not signed by the key that is known here.";
  if (thrown instanceof errors.JOSEAlgNotAllowed)
    return "The token is signed with an algorithm that is not accepted here.";
  if (thrown instanceof errors.JWKSNoMatchingKey || thrown instanceof errors.JWKSMultipleMatchingKeys)
    return "The token names no key that is known here (kid).";
  if (
    thrown instanceof errors.JWSInvalid ||
    thrown instanceof errors.JWTInvalid ||
    thrown instanceof errors.JOSENotSupported
  )
    return "This is not a signed JWT.";
  throw thrown;
}
