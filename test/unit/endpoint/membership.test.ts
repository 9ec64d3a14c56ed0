import { describe, expect, it } from "vitest";
import { tinyLibrary } from "../library/tiny.ts";
import { answerFor, cookiesSetBy, NOW, site } from "./app.ts";

const cfo = {
  contact: { lifecycleStage: "lead", firstName: "Ada", persona: "cfo", optOut: false },
  company: { employees: 4_000 },
  deal: { openDeal: true },
};

describe("GET /membership", () => {
  it("answers what is published for an identified contact, and as of when", async () => {
    const { app } = site({ ada: cfo });
    expect(await answerFor("ada", app)).toEqual({
      forwhom: 1,
      identified: true,
      segments: { "evaluating-cfo": { is: "yes" }, large: { is: "yes" } },
      properties: { lifecycleStage: "lead", firstName: "Ada" },
      objected: false,
      stop: false,
      asOf: new Date(NOW).toISOString(),
      freshFor: 300,
    });
  });

  it("lets no property leave that is not exposed", async () => {
    const { app } = site({ ada: cfo });
    const text = JSON.stringify(await answerFor("ada", app));
    for (const secret of ["persona", 'cfo"', "4000", "employees", "openDeal"])
      expect(text).not.toContain(`"${secret}`);
  });

  it("is never kept by anybody on the way", async () => {
    const { app } = site({});
    const response = await app.request("/forwhom/membership");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it.each([
    ["without a key", undefined],
    ["with a key that nobody has", "gone"],
  ])("answers that nobody is identified, %s: comparisons no", async (_, contact) => {
    const { app } = site({ ada: cfo });
    expect(await answerFor(contact, app)).toMatchObject({
      identified: false,
      segments: { "evaluating-cfo": { is: "no" }, large: { is: "no" } },
      properties: {},
    });
  });

  it("takes a key that it did not sign for none", async () => {
    const { app } = site({ ada: cfo });
    const signed = cookiesSetBy(await app.request("/sign-in/ada", { method: "POST" }));
    for (const cookie of [signed.replace("ada", "bob"), "forwhom_key=ada", "forwhom_key=%E0%A4%A"]) {
      const response = await app.request("/forwhom/membership", { headers: { cookie } });
      expect(await response.json()).toMatchObject({ identified: false });
    }
  });

  it.each([[null], [""], [undefined]])(
    "takes an empty property (%j) for missing, so unknown",
    async (empty) => {
      const { app } = site({
        ada: { ...cfo, contact: { ...cfo.contact, persona: empty, firstName: empty } },
      });
      expect(await answerFor("ada", app)).toMatchObject({
        segments: { "evaluating-cfo": { is: "unknown", because: "missing" }, large: { is: "yes" } },
        properties: { firstName: null },
      });
    },
  );

  it("does not take a text for a number: unknown, and named", async () => {
    const { app, problems } = site({ ada: { ...cfo, company: { employees: "4000" } } });
    expect((await answerFor("ada", app)).segments.large).toEqual({ is: "unknown", because: "failed" });
    expect(problems).toEqual(["A value of property employees is not of its type number: not used."]);
  });

  it.each([
    ["fails", () => Promise.reject(new Error("connection refused"))],
    ["does not answer in time", () => new Promise<never>(() => undefined)],
  ])("answers unknown when the source %s, with status 200", async (_, visitor) => {
    const { app, problems } = site({}, { source: { visitor }, sourceDeadline: 10 });
    expect(await answerFor("ada", app)).toMatchObject({
      identified: true,
      segments: {
        "evaluating-cfo": { is: "unknown", because: "failed" },
        large: { is: "unknown", because: "failed" },
      },
      properties: {},
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toContain("ada");
  });

  it.each([[true], ["yes"]])(
    "answers a contact who objected (%j) with that and nothing else",
    async (optOut) => {
      const { app } = site({ ada: { ...cfo, contact: { ...cfo.contact, optOut } } });
      expect(await answerFor("ada", app)).toMatchObject({ objected: true, segments: {}, properties: {} });
    },
  );

  it("passes the library's stop on", async () => {
    const { app } = site({}, { library: tinyLibrary({ stop: true }) });
    expect(await answerFor(undefined, app)).toMatchObject({ stop: true });
  });
});
