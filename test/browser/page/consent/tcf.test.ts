import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoLibrary } from "../../../site/published.ts";
import { createSite, type Site } from "../../../site/server.ts";
import { strings } from "../../../unit/consent/iab/tc-strings.json";
import { type Chromium, launchChromium } from "../../drive/chromium.ts";
import { isBrowserThere } from "../../drive/find.ts";
import { newVisitor, type Visit } from "../visit.ts";

/** A site whose authority is a real IAB TCF consent manager: stub and CmpApi of @iabtechlabtcf 1.5.21. */
const CMP = `
  import * as makeStub from "@iabtechlabtcf/stub";
  import { CmpApi } from "@iabtechlabtcf/cmpapi";
  (makeStub.default ?? makeStub)();
  window.openCmp = () => { window.cmp = new CmpApi(31, 1, true); };
`;

const tcOf = (name: string) => strings.find((one) => one.name === name)?.tc ?? "";

describe.skipIf(!(await isBrowserThere("chromium")))("a site with a real TCF consent manager", () => {
  let chromium: Chromium;
  let site: Site;
  let cmp: string;
  let visit: Visit;
  beforeAll(async () => {
    chromium = await launchChromium();
    const library = (await demoLibrary()) as Record<string, unknown>;
    const consent = { source: "tcf", gates: {}, regions: { "opt-out": ["US"] } };
    site = await createSite({ port: 0, library: { ...library, consent } });
    const bundled = await build({
      stdin: { contents: CMP, resolveDir: process.cwd() },
      bundle: true,
      format: "iife",
      write: false,
    });
    cmp = bundled.outputFiles[0]?.text ?? "";
  });
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });
  beforeEach(async () => {
    visit = await newVisitor(chromium.browser);
    await visit.page.evaluateOnNewDocument(cmp);
  });
  afterEach(() => visit.end());

  const gates = () => visit.page.evaluate(() => window.forwhom?.consent().gates);
  const home = () => visit.page.goto(site.url, { waitUntil: "load" });
  const update = (tc: string, isDialogOpen = false) =>
    visit.page.evaluate(
      (text, open) => {
        const page = window as unknown as {
          cmp?: { update(tc: string, open?: boolean): void };
          openCmp(): void;
        };
        if (!page.cmp) page.openCmp();
        page.cmp?.update(text, open);
      },
      tc,
      isDialogOpen,
    );

  const CLOSED = { storage: "unknown", behavior: "unknown", crm: "unknown", measurement: "unknown" };
  const OPEN = { storage: "open", behavior: "open", crm: "open", measurement: "open" };

  it("keeps every gate shut while only the stub answers", async () => {
    await home();
    expect(await gates()).toEqual(CLOSED);
  });

  it("takes tcloaded without purposes for no answer", async () => {
    await home();
    await update("");
    expect(await gates()).toEqual(CLOSED);
  });

  it("keeps every gate shut while the dialog is open", async () => {
    await home();
    await update(tcOf("accept-all"), true);
    expect(await gates()).toEqual(CLOSED);
  });

  it("comes alive when the visitor chooses, and falls back when the choice is taken back", async () => {
    await home();
    await update(tcOf("accept-all"));
    expect(await gates()).toEqual(OPEN);
    await update(tcOf("all-refused"), true);
    await update(tcOf("all-refused"));
    expect(await gates()).toMatchObject({ storage: "closed", crm: "closed" });
  });

  it("opens for advertising purposes nothing but the device", async () => {
    await home();
    await update(tcOf("ads-yes-content-no (1-4,7)"));
    expect(await gates()).toEqual({
      storage: "open",
      behavior: "closed",
      crm: "closed",
      measurement: "closed",
    });
  });

  it("is read from its cookie before its script has run at all", async () => {
    await visit.page.setCookie({ name: "euconsent-v2", value: tcOf("accept-all"), url: site.url });
    await home();
    expect(await gates()).toEqual(OPEN);
  });

  it("corrects the cookie when it says something else", async () => {
    await visit.page.setCookie({ name: "euconsent-v2", value: tcOf("accept-all"), url: site.url });
    await home();
    await update(tcOf("only-P1-storage"));
    expect(await gates()).toMatchObject({ storage: "open", behavior: "closed", crm: "closed" });
  });
});
