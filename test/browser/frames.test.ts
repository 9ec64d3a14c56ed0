import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ColourReader, openColourReader } from "../bench/page/frames.ts";
import { serveLanding } from "../bench/page/landing/serve.ts";
import { filmLoad } from "../bench/page/load.ts";
import { type Chromium, launchChromium } from "./drive/chromium.ts";
import { isBrowserThere } from "./drive/find.ts";

/** Swaps the hero once it is parsed and so many animation frames have passed. */
const swapAfter = (frames: number) => `
  new MutationObserver((_, observer) => {
    const slot = document.querySelector("[data-fw-slot=hero]");
    if (!slot?.nextElementSibling) return;
    observer.disconnect();
    let left = ${frames};
    const step = () => left-- > 0 ? requestAnimationFrame(step)
      : slot.replaceChildren(slot.querySelector("template").content.cloneNode(true));
    step();
  }).observe(document, { childList: true, subtree: true });`;

describe.skipIf(!(await isBrowserThere("chromium")))("the instrument that looks for flicker", () => {
  let chromium: Chromium;
  let colours: ColourReader;
  beforeAll(async () => {
    chromium = await launchChromium();
    colours = await openColourReader(chromium.browser);
  });
  afterAll(() => chromium?.close());

  async function load(script: string, cpu: number) {
    const landing = await serveLanding({ scripts: { "/forwhom.js": script } });
    try {
      return await filmLoad(chromium.browser, colours, () => `${landing.url}/with`, cpu);
    } finally {
      await landing.close();
    }
  }

  // The second animation frame comes when the first has been painted: once, and then never again.
  it.each([1, 4])("sees a default that was painted for a single frame, at %dx CPU", async (cpu) => {
    expect(await load(swapAfter(2), cpu)).toMatchObject({ defaultSeen: true, variationSeen: true });
  });

  it.each([1, 4])("sees no default where the swap came before the first paint, at %dx CPU", async (cpu) => {
    expect(await load(swapAfter(0), cpu)).toMatchObject({ defaultSeen: false, variationSeen: true, cls: 0 });
  });
});
