import { expect, it } from "vitest";
import { strings } from "../../../../unit/consent/iab/tc-strings.json";
import { CLOSED, OPEN, serveBeside, UNKNOWN, visitorOf } from "./beside.ts";
import { bundled } from "./bundled.ts";
import { journey } from "./journey.ts";

/** A consent manager made of the real stub and CmpApi, which keeps its TC string in the usual cookie. */
const CMP = `
  import * as makeStub from "@iabtechlabtcf/stub";
  import { CmpApi } from "@iabtechlabtcf/cmpapi";
  (makeStub.default ?? makeStub)();
  window.openCmp = (commands) => { window.cmp = new CmpApi(31, 1, true, commands); };
  window.choose = (tc) => {
    document.cookie = "euconsent-v2=" + tc + "; path=/";
    cmp.update(tc);
  };
`;
/** It asks where its cookie holds no choice. */
const SITE = `
  openCmp();
  cmp.update(document.cookie.match(/euconsent-v2=([^;]*)/)?.[1] ?? "", !document.cookie.includes("euconsent-v2="));
`;

const tcOf = (name: string) => {
  const found = strings.find((one) => one.name === name);
  if (!found) throw new Error(`There is no TC string ${name}.`);
  return found.tc;
};
const update = (tc: string | null, isDialogOpen = false) =>
  `cmp.update(${JSON.stringify(tc)}, ${isDialogOpen})`;
const choose = (name: string) => `choose("${tcOf(name)}")`;

await journey(
  "IAB TCF stub and CmpApi 1.5.21",
  {
    manager: async () => ({ "/cmp.js": await bundled(CMP), "/site.js": SITE }),
    consent: { source: "tcf", gates: {}, regions: { "opt-out": ["US"] } },
    started: ({ page }) => page.waitForFunction("window.cmp !== undefined"),
    agree: choose("accept-all"),
    withdraw: choose("all-refused"),
  },
  ({ visitor, stand, chromium }) => {
    /** A page on which nothing but the stub is there yet. */
    const stubOnly = async () => {
      const own = stand().files["/site.js"] ?? "";
      stand().files["/site.js"] = "";
      await visitor().load();
      stand().files["/site.js"] = own;
    };
    const gatesAfter = async (code: string) => (await visitor().rightAfter(code)).gates;

    it("keeps every gate shut while only the stub answers", async () => {
      await stubOnly();
      expect(await visitor().gates()).toEqual(UNKNOWN);
    });

    it("is found however late it comes", async () => {
      const beside = await serveBeside({}, { source: "tcf", gates: {} });
      Object.assign(beside.files, { "/late.js": stand().files["/cmp.js"] });
      const one = await visitorOf(chromium().browser, beside);
      await one.load();
      await one.page.addScriptTag({ url: "/late.js" });
      const { gates } = await one.rightAfter(`openCmp(), ${choose("accept-all")}`);
      expect(gates).toEqual(OPEN);
      await one.end();
      await beside.close();
    });

    it("is followed where cookies may not be read", async () => {
      await visitor().page.evaluateOnNewDocument(() => {
        Object.defineProperty(document, "cookie", {
          get() {
            throw new Error("Cookies may not be read.");
          },
        });
      });
      await stubOnly();
      const heard = () => visitor().page.evaluate(() => window.forwhom?.consent().sources.length);
      expect([await visitor().gates(), await heard()]).toEqual([UNKNOWN, 0]);
      expect(await gatesAfter(`openCmp(), ${update(tcOf("all-refused"))}`)).toEqual(UNKNOWN);
      expect(await heard()).toBe(1);
    });

    it("takes tcloaded without purposes for no answer", async () => {
      await stubOnly();
      expect(await gatesAfter(`openCmp(), ${update("")}`)).toEqual(UNKNOWN);
    });

    it("keeps every gate shut while the dialog is open", async () => {
      await visitor().load();
      expect(await gatesAfter(update(tcOf("accept-all"), true))).toEqual(UNKNOWN);
    });

    it("waits where nobody knows yet whether the GDPR applies, and opens once it does", async () => {
      await stubOnly();
      const undecided = `{ getTCData(next, data, ok) { if (!window.isKnown) data.gdprApplies = undefined; next(data, ok); } }`;
      const all = tcOf("accept-all");
      expect(await gatesAfter(`openCmp(${undecided}), ${update(all)}`)).toEqual(UNKNOWN);
      expect(await gatesAfter(`window.isKnown = true, ${update(all)}`)).toEqual(OPEN);
    });

    it("needs no consent where it is told that the GDPR does not apply, though there are no purposes", async () => {
      await visitor().load();
      expect(await gatesAfter(update(null))).toEqual(OPEN);
      expect(await visitor().page.evaluate("forwhom.consent().basis")).toBe("not required");
    });

    it("opens by every string what it names", async () => {
      await visitor().load();
      for (const { name, tc, opens } of strings) {
        const gates = Object.entries(await gatesAfter(update(tc)));
        expect(
          gates.flatMap(([gate, state]) => (state === "open" ? [gate] : [])),
          name,
        ).toEqual(opens);
      }
    });

    it("corrects its cookie when it says something else", async () => {
      await visitor().page.setCookie({ name: "euconsent-v2", value: tcOf("accept-all"), url: stand().url });
      await visitor().load();
      expect(await visitor().first()).toEqual(OPEN);
      expect(await gatesAfter(update(tcOf("only-P1-storage")))).toEqual({ ...CLOSED, storage: "open" });
    });

    it("beside another authority closes by its no, and goes on while its dialog is open again", async () => {
      const files = { ...stand().files } as Record<`/${string}.js`, string>;
      const gates = { storage: "allow", behavior: "allow", crm: "allow", measurement: "allow" };
      const beside = await serveBeside(files, { source: "cookieconsent", others: ["tcf"], gates });
      const one = await visitorOf(chromium().browser, beside);
      await one.page.setCookie({ name: "cookieconsent_status", value: "allow", url: beside.url });
      await one.load();
      const after = async (code: string) => (await one.rightAfter(code)).gates;
      expect(await one.gates()).toEqual(OPEN);
      const measured = tcOf("P8-measure-only");
      const closed = { ...OPEN, behavior: "closed", crm: "closed" };
      expect(await after(update(measured))).toEqual(closed);
      expect(await after(update(measured, true))).toEqual(closed);
      expect(await after(update(tcOf("accept-all")))).toEqual(OPEN);
      await one.end();
      await beside.close();
    });
  },
);
