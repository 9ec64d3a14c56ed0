import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import type { IdentifyOptions } from "../../../sdk/endpoint/identify.ts";
import { membershipSchema } from "../../../shared/manifest/membership.ts";
import { cookiesSetBy, NOW, site } from "./app.ts";

const SHARED = "a secret of at least thirty-two bytes";
const ada = { contact: { lifecycleStage: "lead", optOut: false } };
const SOON = NOW / 1_000 + 60;

type Key = Parameters<InstanceType<typeof SignJWT>["sign"]>[0];

const bytes = (text: string) => new TextEncoder().encode(text);
const token = (
  claims: Record<string, unknown>,
  { key = bytes(SHARED) as Key, alg = "HS256", kid = "" } = {},
) => new SignJWT(claims).setProtectedHeader({ alg, ...(kid && { kid }) }).sign(key);

function endpointWith(identify: IdentifyOptions = { secret: SHARED }) {
  const { app, problems } = site({ ada }, { identify });
  const send = (body: string, headers: Record<string, string> = {}) =>
    app.request("/forwhom/identify", { method: "POST", body, headers });
  return { app, problems, send, identify: (sent: string) => send(JSON.stringify({ token: sent })) };
}

const answered = async (response: Response) => [response.status, (await response.json()).error] as const;

describe("POST /identify", () => {
  it("lets the token's subject be known from now on, by the same cookies as signing in", async () => {
    const { app, identify } = endpointWith();
    const response = await identify(await token({ sub: "ada", exp: SOON }));
    expect([response.status, await response.json()]).toEqual([200, { forwhom: 1, identified: true }]);
    const cookie = cookiesSetBy(response);
    expect(cookie).toBe(cookiesSetBy(await app.request("/sign-in/ada", { method: "POST" })));
    expect(response.headers.getSetCookie().find((one) => one.startsWith("forwhom_key"))).toMatch(/HttpOnly/);
    const answer = await app.request("/forwhom/membership", { headers: { cookie } });
    expect(membershipSchema.parse(await answer.json())).toMatchObject({ identified: true });
  });

  const wrong: readonly [string, string, Record<string, unknown>, Parameters<typeof token>[1]?][] = [
    ["has expired", "The token has expired (exp).", { sub: "ada", exp: SOON - 120 }],
    ["never expires", "The token has no exp.", { sub: "ada" }],
    ["is about nobody", "The token has no sub.", { exp: SOON }],
    ["is about an empty id", "The token’s sub is empty", { sub: "", exp: SOON }],
    ["is not valid yet", "The token is not valid yet (nbf).", { sub: "ada", exp: SOON, nbf: SOON - 10 }],
    [
      "is of another issuer",
      "The token’s iss is not the one",
      { sub: "ada", exp: SOON, iss: "x", aud: "forwhom" },
    ],
    [
      "is for another audience",
      "The token’s aud is not the one",
      { sub: "ada", exp: SOON, iss: "northwind", aud: "x" },
    ],
    [
      "is signed by somebody else",
      "The token is not signed by the key",
      { sub: "ada", exp: SOON },
      { key: bytes("x".repeat(32)) },
    ],
  ];
  it.each(wrong)("refuses a token that %s: %s", async (what, sentence, claims, signed) => {
    const isStrict = /issuer|audience/.test(what);
    const { identify } = endpointWith({
      secret: SHARED,
      ...(isStrict && { issuer: "northwind", audience: "forwhom" }),
    });
    const response = await identify(await token(claims, signed));
    const cookies = response.headers.getSetCookie();
    const [status, error] = await answered(response);
    expect([status, cookies]).toEqual([401, []]);
    expect(error).toContain(sentence);
  });

  it("refuses an unsigned token, and what is none, without repeating it", async () => {
    const { identify, problems } = endpointWith();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const sent of [`${part({ alg: "none" })}.${part({ sub: "ada", exp: SOON })}.`, "forged", "a.b.c"]) {
      const [status, error] = await answered(await identify(sent));
      expect(status).toBe(401);
      expect(error).toMatch(
        /^(This is not a signed JWT|The token is signed with an algorithm that is not accepted here)\.$/,
      );
    }
    expect(problems).toEqual([]);
  });

  it.each([
    ["not JSON"],
    ["{}"],
    ['{"token":7}'],
    ['{"token":""}'],
    [JSON.stringify({ token: "x".repeat(9_000) })],
  ])("refuses a body that holds no token", async (body) => {
    const [status, error] = await answered(await endpointWith().send(body));
    expect(status).toBe(400);
    expect(error).toContain('Expected { "token": "…" }');
  });

  it("is refused to pages of other origins, and so is signing out: nobody signs a visitor in unasked", async () => {
    const { app, send } = endpointWith();
    const headers = { origin: "https://stranger.example" };
    const body = JSON.stringify({ token: await token({ sub: "ada", exp: SOON }) });
    const responses = [
      await send(body, headers),
      await app.request("/forwhom/sign-out", { method: "POST", headers }),
    ];
    for (const response of responses) {
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  });

  it("verifies by a public key, and does not take that key for a shared secret", async () => {
    const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
    const { identify } = endpointWith({ key: publicKey });
    const claims = { sub: "ada", exp: SOON };
    expect((await identify(await token(claims, { key: privateKey, alg: "ES256" }))).status).toBe(200);
    const asSecret = bytes(JSON.stringify(await exportJWK(publicKey)));
    expect((await identify(await token(claims, { key: asSecret }))).status).toBe(401);
    const other = await generateKeyPair("RS256");
    const [status, error] = await answered(
      await identify(await token(claims, { key: other.privateKey, alg: "RS256" })),
    );
    expect([status, error]).toEqual([
      401,
      "The token is signed with an algorithm that is not accepted here.",
    ]);
  });

  it("verifies by a set of keys, and names a token whose key is not in it", async () => {
    const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
    const { identify } = endpointWith({
      jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256" }] },
    });
    const claims = { sub: "ada", exp: SOON };
    expect((await identify(await token(claims, { key: privateKey, alg: "RS256", kid: "one" }))).status).toBe(
      200,
    );
    const [status, error] = await answered(
      await identify(await token(claims, { key: privateKey, alg: "RS256", kid: "two" })),
    );
    expect([status, error]).toEqual([401, "The token names no key that is known here (kid)."]);
  });

  it("says to try again when the keys cannot be fetched: the token may well be right", async () => {
    const { identify, problems } = endpointWith({ jwks: "http://127.0.0.1:1/keys" });
    const { privateKey } = await generateKeyPair("RS256");
    const claims = { sub: "ada", exp: SOON };
    expect((await identify(await token(claims, { key: privateKey, alg: "RS256" }))).status).toBe(503);
    expect(problems).toHaveLength(1);
  });

  it.each<[IdentifyOptions, string]>([
    [{}, "identify: found no key; expected exactly one of secret, key and jwks."],
    [{ secret: SHARED, jwks: { keys: [] } }, "identify: found secret and jwks; expected exactly one"],
    [{ secret: "short" }, "identify.secret: 5 bytes; expected at least 32"],
  ])("says at once what is wrong with its options %j", (identify, sentence) => {
    expect(() => endpointWith(identify)).toThrow(sentence);
  });

  it("is not there where nobody said how tokens are signed", async () => {
    const { app } = site({});
    const response = await app.request("/forwhom/identify", { method: "POST", body: '{"token":"x"}' });
    expect(response.status).toBe(404);
  });
});

describe("POST /sign-out", () => {
  it("forgets who the visitor is", async () => {
    const { app } = site({ ada });
    const cookie = cookiesSetBy(await app.request("/sign-in/ada", { method: "POST" }));
    const response = await app.request("/forwhom/sign-out", { method: "POST", headers: { cookie } });
    expect([response.status, await response.json()]).toEqual([200, { forwhom: 1, identified: false }]);
    expect(response.headers.getSetCookie().filter((one) => /Max-Age=0/.test(one))).toHaveLength(2);
    expect(response.headers.get("clear-site-data")).toBe('"cache"');
  });
});
