import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { strings } from "../../../../unit/consent/iab/gpp-strings.json";
import { type Chromium, launchChromium } from "../../../drive/chromium.ts";
import { isBrowserThere } from "../../../drive/find.ts";
import type { Stand } from "../../slots/stand.ts";
import {
  CLOSED,
  everyGate,
  OPEN,
  serveBeside,
  UNKNOWN,
  type Visitor,
  visitorOf,
  wasAsked,
} from "./beside.ts";
import { bundled } from "./bundled.ts";

/** A consent manager made of the real CmpApi. Its queue before it is there is as the specification has it. */
const CMP = `
  import { CmpApi } from "@iabgpp/cmpapi";
  const events = [];
  window.__gpp = (command, callback) => {
    if (command === "events") return events;
    if (command === undefined) return [];
    const pingData = { cmpStatus: "stub", signalStatus: "not ready", applicableSections: [], parsedSections: {} };
    if (command === "ping") callback(pingData, true);
    if (command !== "addEventListener") return;
    events.push({ id: events.length + 1, callback });
    callback({ eventName: "listenerRegistered", listenerId: events.length, data: true, pingData }, true);
  };
  window.openCmp = (commands) => { window.cmp = new CmpApi(31, 1, commands); };
  window.choose = (gpp, sections) => {
    cmp.setSignalStatus("not ready");
    cmp.setGppString(gpp);
    cmp.setApplicableSections(sections);
    cmp.setSignalStatus("ready");
  };
`;
const NO = "usnat: sale+sharing+TA opted out, Gpc";
const SILENCE = "usnat: no opt-outs, notices given";

/** There before us, and in no hurry to call back whoever listens: only a ping is answered at once. */
const early = (cmp: string, commands = "{}") => `
  ${cmp}
  openCmp(${commands});
  ${choose(NO)};
  const own = window.__gpp;
  window.__gpp = (...call) => (call[0] === "ping" ? own(...call) : void setTimeout(own, 0, ...call));
`;

const choose = (name: string, applicable?: readonly number[]) => {
  const found = strings.find((one) => one.name === name);
  if (!found) throw new Error(`There is no GPP string ${name}.`);
  return `choose("${found.gpp}", ${JSON.stringify(applicable ?? found.sections)})`;
};

describe.skipIf(!(await isBrowserThere("chromium")))("a site with the real IAB GPP CmpApi 3.2.0", () => {
  let chromium: Chromium;
  let cmp: string;
  /** Its authority is a banner; GPP may only close. */
  let beside: Stand;
  let authority: Stand;
  let visitor: Visitor | undefined;
  beforeAll(async () => {
    chromium = await launchChromium();
    cmp = await bundled(CMP);
    const banner = { source: "cookieconsent", gates: everyGate("allow") } as const;
    beside = await serveBeside({ "/cmp.js": cmp }, { ...banner, others: ["gpp"] });
    authority = await serveBeside(
      { "/cmp.js": cmp },
      {
        source: "gpp",
        gates: {
          ...everyGate("first-party"),
          crm: ["first-party", "sale", "sharing", "targeted-advertising"],
        },
        regions: { "opt-out": ["US"] },
      },
    );
  });
  afterAll(async () => {
    await chromium?.close();
    await beside?.close();
    await authority?.close();
  });
  afterEach(async () => {
    await visitor?.end();
    visitor = undefined;
  });

  const comes = async (stand: Stand, country: string, before = "") => {
    visitor = await visitorOf(chromium.browser, stand, country);
    if (before) await visitor.page.evaluateOnNewDocument(before);
    const url = stand.url;
    if (stand === beside) await visitor.page.setCookie({ name: "cookieconsent_status", value: "allow", url });
    await visitor.load();
    const { rightAfter } = visitor;
    return { ...visitor, gatesAfter: async (code: string) => (await rightAfter(code)).gates };
  };

  it("closes beside another by every string what it names", async () => {
    const { gatesAfter } = await comes(beside, "US");
    await gatesAfter("openCmp()");
    for (const { name, denied } of strings)
      expect(await gatesAfter(choose(name)), name).toEqual(
        denied.length > 0 ? { ...OPEN, crm: "closed" } : OPEN,
      );
  });

  it("falls back at an opt-out, and goes on while its dialog is open again", async () => {
    const { load, known, hero, kept, gatesAfter, rightAfter } = await comes(beside, "US");
    await known();
    await load();
    expect(await hero()).toBe("For you");
    const closed = { ...OPEN, crm: "closed" };
    expect(await rightAfter(`openCmp(), ${choose(NO)}`)).toEqual({ gates: closed, hero: "Own" });
    expect((await kept()) ?? "").not.toContain('"answer"');
    expect(await gatesAfter(`cmp.setSignalStatus("not ready")`)).toEqual(closed);
    expect(await gatesAfter(`cmp.setCmpDisplayStatus("visible")`)).toEqual(closed);
    expect(await gatesAfter(choose(SILENCE))).toEqual(OPEN);
  });

  it("is read at once where it was there before us", async () => {
    const { first, isAsFirst } = await comes(beside, "US", early(cmp));
    expect(await first()).toEqual({ ...OPEN, crm: "closed" });
    expect(await isAsFirst()).toBe(true);
  });

  it("is read in lists of segments too, as the specification has them", async () => {
    const lists = `{
      ping(callback) {
        const { Gpc, ...core } = cmp.getSection("usnat");
        callback({ signalStatus: "ready", applicableSections: [7], parsedSections: { usnat: [core, { Gpc }] } }, true);
      },
    }`;
    const { first } = await comes(beside, "US", early(cmp, lists));
    expect(await first()).toEqual({ ...OPEN, crm: "closed" });
  });

  it("says nothing before its signal is ready", async () => {
    const { gatesAfter } = await comes(beside, "US");
    const early = `openCmp(), cmp.setGppString("DBABLA~CVQVAAAAAABY.YA"), cmp.setApplicableSections([7])`;
    expect(await gatesAfter(`${early}, cmp.fireSectionChange("usnat")`)).toEqual(OPEN);
    expect(await gatesAfter(`cmp.setSignalStatus("ready")`)).toEqual({ ...OPEN, crm: "closed" });
  });

  it("as the authority opens by silence in a country where one opts out, and closes what is opted out of", async () => {
    const { gatesAfter, known } = await comes(authority, "US");
    expect(await gatesAfter(`openCmp(), ${choose(SILENCE)}`)).toEqual(OPEN);
    await known();
    expect(await gatesAfter(choose(NO))).toEqual({ ...OPEN, crm: "closed" });
    // Its dialog is open again: what was said stands until something else is.
    expect(await gatesAfter(`cmp.setSignalStatus("not ready")`)).toEqual({ ...OPEN, crm: "closed" });
    expect(await gatesAfter(choose(SILENCE))).toEqual(OPEN);
    expect(await gatesAfter(`cmp.setSignalStatus("not ready")`)).toEqual(OPEN);
  });

  it("as the authority opens nothing before it has spoken, even in a country where one opts out", async () => {
    authority.asked.length = 0;
    const { load, gates, touches, known, hero, gatesAfter } = await comes(authority, "US");
    // Its queue alone, then a manager that is not ready.
    expect(await gates()).toEqual(UNKNOWN);
    expect(await gatesAfter("openCmp()")).toEqual(UNKNOWN);
    expect(await touches()).toEqual([]);
    expect(wasAsked(authority)).toBe(false);
    expect(await hero()).toBe("Own");
    expect(await gatesAfter(choose(SILENCE))).toEqual(OPEN);
    await known();
    // With the next page somebody who is known is nobody until it has spoken again.
    await load();
    expect(await gates()).toEqual(UNKNOWN);
    expect(await hero()).toBe("Own");
  });

  it.each([SILENCE, NO])(
    "as the authority opens nothing where consent must be given, by: %s",
    async (name) => {
      const { gatesAfter } = await comes(authority, "DE");
      expect(await gatesAfter(`openCmp(), ${choose(name)}`)).toEqual(CLOSED);
    },
  );

  it.each<[readonly number[], string]>([
    [[-1], "closed"],
    [[0], "unknown"],
    [[], "unknown"],
  ])("as the authority takes the applicable sections %j in Germany for no yes", async (sections, state) => {
    const { gatesAfter } = await comes(authority, "DE");
    expect(await gatesAfter(`openCmp(), ${choose(SILENCE, sections)}`)).toMatchObject({ storage: state });
  });
});
