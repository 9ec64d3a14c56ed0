import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { cookiesSetBy, site } from "./app.ts";

const cookies = (response: Response) =>
  Object.fromEntries(
    response.headers.getSetCookie().map((cookie) => [cookie.split("=", 1)[0] ?? "", cookie]),
  );

describe("signing in", () => {
  it("sets a signed key that scripts cannot read, and a short hash of it that they can", async () => {
    const { app } = site({});
    const set = cookies(await app.request("/sign-in/ada", { method: "POST" }));
    expect(set.forwhom_key).toMatch(/HttpOnly/);
    expect(set.forwhom_key).toMatch(/SameSite=Lax/);
    expect(set.forwhom_key).toMatch(/Path=\//);
    const signed = decodeURIComponent(/^forwhom_key=([^;]*)/.exec(set.forwhom_key ?? "")?.[1] ?? "");
    const expected = createHash("sha256").update(signed).digest("hex").slice(0, 16);
    expect(set.forwhom_hash).toMatch(new RegExp(`^forwhom_hash=${expected};`));
    expect(set.forwhom_hash).not.toMatch(/HttpOnly/);
  });

  it("asks for a secure connection wherever there is one", async () => {
    const { app } = site({});
    const plain = cookies(await app.request("http://localhost/sign-in/ada", { method: "POST" }));
    const secure = cookies(await app.request("https://example.com/sign-in/ada", { method: "POST" }));
    expect([plain.forwhom_key, plain.forwhom_hash].join()).not.toMatch(/Secure/);
    expect(secure.forwhom_key).toMatch(/Secure/);
    expect(secure.forwhom_hash).toMatch(/Secure/);
  });

  it("keeps the browser's cache where somebody is signed in again as before, and clears it for somebody else", async () => {
    const { app } = site({});
    const cookie = cookiesSetBy(await app.request("/sign-in/ada", { method: "POST" }));
    const cleared = async (contact: string) =>
      (await app.request(`/sign-in/${contact}`, { method: "POST", headers: { cookie } })).headers.get(
        "clear-site-data",
      );
    expect(await cleared("ada")).toBeNull();
    expect(await cleared("bob")).toBe('"cache"');
  });

  it("clears both on signing out, and the pages that the browser keeps for its Back button", async () => {
    const { app } = site({});
    const response = await app.request("/sign-out", {
      method: "POST",
      headers: { cookie: "forwhom_key=a.b" },
    });
    const set = cookies(response);
    expect(set.forwhom_key).toMatch(/Max-Age=0/);
    expect(set.forwhom_hash).toMatch(/Max-Age=0/);
    expect(response.headers.get("clear-site-data")).toBe('"cache"');
  });
});
