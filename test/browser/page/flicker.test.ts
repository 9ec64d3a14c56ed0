import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptedCookie } from "../../bench/consent-cookie.ts";
import { type ColourReader, openColourReader } from "../../bench/frames.ts";
import { serveLanding } from "../../bench/landing.ts";
import { library } from "../../bench/library.ts";
import { measureLoad, warmUp } from "../../bench/load.ts";
import { publishForBench } from "../../bench/script.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";

describe.skipIf(!(await isBrowserThere("chromium")))("a visitor who comes back", () => {
  let chromium: Chromium;
  let colours: ColourReader;
  let landing: Awaited<ReturnType<typeof serveLanding>>;
  beforeAll(async () => {
    chromium = await launchChromium();
    colours = await openColourReader(chromium.browser);
    landing = await serveLanding({
      ...(await publishForBench(library)),
      cookies: [
        "forwhom_hash=0123456789abcdef; Path=/; SameSite=Lax; Max-Age=86400",
        acceptedCookie(new Date()),
      ],
    });
    await warmUp(await chromium.openTab(), landing.url);
  });
  afterAll(async () => {
    await chromium?.close();
    await landing?.close();
  });

  it.each([1, 1, 1, 4, 4, 4])(
    "never sees the default in any frame, and nothing moves, at %dx CPU",
    async (cpu) => {
      const load = await measureLoad(chromium.browser, colours, `${landing.url}/with`, cpu);
      expect(load).toMatchObject({ defaultSeen: false, variationSeen: true, cls: 0 });
    },
  );

  it.each([1, 4])("nor while the server stops in the middle of the slot, at %dx CPU", async (cpu) => {
    const measure = (path: string) => measureLoad(chromium.browser, colours, landing.url + path, cpu);
    expect(await measure("/without?slow")).toMatchObject({ defaultSeen: true });
    expect(await measure("/with?slow")).toMatchObject({
      defaultSeen: false,
      variationSeen: true,
      cls: 0,
    });
  });
});
