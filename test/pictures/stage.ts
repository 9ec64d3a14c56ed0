import type { Browser } from "puppeteer-core";

/** What is shown: the page, and the panel beside it; either may be missing. */
export interface Shown {
  readonly title: string;
  readonly page?: Uint8Array;
  readonly panel?: Uint8Array;
}

/** A picture as stores ask for it, in CSS pixels: at once what two of them print. */
const WIDTH = 1280;
const HEIGHT = 800;

/** Sets the page and the panel beside each other under one sentence. @returns A PNG of 1280 x 800. */
export async function stage(browser: Browser, { title, page, panel }: Shown): Promise<Uint8Array> {
  const tab = await browser.newPage();
  try {
    await tab.setViewport({ width: WIDTH, height: HEIGHT });
    await tab.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>
      <h1></h1><main class="${page && panel ? "both" : "one"}">${frame("page", page)}${frame("panel", panel)}</main>`);
    await tab.evaluate((words) => {
      const heading = document.querySelector("h1");
      if (heading) heading.textContent = words;
      return Promise.all([...document.images].map((image) => image.decode()));
    }, title);
    return await tab.screenshot({ clip: { x: 0, y: 0, width: WIDTH, height: HEIGHT } });
  } finally {
    await tab.close();
  }
}

const frame = (name: string, png: Uint8Array | undefined) =>
  png ? `<img class="${name}" src="data:image/png;base64,${Buffer.from(png).toString("base64")}">` : "";

/** The colours of the panel's paper and pine. */
const style = `
  * { box-sizing: border-box; margin: 0 }
  body {
    height: ${HEIGHT}px; padding: 40px 44px 0; overflow: hidden; font-family: system-ui, sans-serif;
    background: radial-gradient(120% 90% at 85% 0, #ffe8dc, transparent 60%), #f6f3ec; color: #12594a;
  }
  h1 { font-size: 35px; letter-spacing: -0.02em; line-height: 1.15; margin-bottom: 28px; text-wrap: balance }
  main { display: flex; gap: 20px; align-items: flex-start }
  main.one { justify-content: center }
  img {
    display: block; border-radius: 14px; min-width: 0;
    box-shadow: 0 1px 2px rgb(40 34 20 / 12%), 0 18px 50px rgb(40 34 20 / 16%);
  }
  .both .page { width: 808px }
  .both .panel { width: 364px }
`;
