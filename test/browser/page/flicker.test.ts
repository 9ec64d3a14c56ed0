import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ColourReader, openColourReader } from "../../bench/page/frames.ts";
import { signedInCookies } from "../../bench/page/landing/cookies.ts";
import { library } from "../../bench/page/landing/library.ts";
import { publishForBench } from "../../bench/page/landing/script.ts";
import { serveLanding } from "../../bench/page/landing/serve.ts";
import { filmLoad } from "../../bench/page/load.ts";
import { forwhomWarm } from "../../bench/page/variants.ts";
import { newVisitor, type Visitor } from "../../bench/page/visitor.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";

describe.skipIf(!(await isBrowserThere("chromium")))("a visitor who comes back", () => {
  let chromium: Chromium;
  let colours: ColourReader;
  let visitor: Visitor;
  let landing: Awaited<ReturnType<typeof serveLanding>>;
  beforeAll(async () => {
    chromium = await launchChromium();
    colours = await openColourReader(chromium.browser);
    landing = await serveLanding({
      ...(await publishForBench(library)),
      cookies: signedInCookies(new Date()),
    });
    visitor = await newVisitor(chromium.browser, landing.url, forwhomWarm);
  });
  afterAll(async () => {
    await chromium?.close();
    await landing?.close();
  });

  it.each([1, 1, 1, 4, 4, 4])(
    "never sees the default in any frame, and nothing moves, at %dx CPU",
    async (cpu) => {
      const load = await filmLoad(chromium.browser, colours, () => `${visitor.url}/with`, cpu);
      expect(load).toMatchObject({ defaultSeen: false, variationSeen: true, cls: 0 });
    },
  );

  it.each([1, 4])("nor while the server stops in the middle of the slot, at %dx CPU", async (cpu) => {
    const measure = (path: string) => filmLoad(chromium.browser, colours, () => visitor.url + path, cpu);
    expect(await measure("/without?slow")).toMatchObject({ defaultSeen: true });
    expect(await measure("/with?slow")).toMatchObject({
      defaultSeen: false,
      variationSeen: true,
      cls: 0,
    });
  });
});
