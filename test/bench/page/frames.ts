import type { Browser, Page } from "puppeteer-core";

/** What was on the screen, as PNG in base64, in the order of time. */
export type Frames = readonly string[];

export interface Capture {
  /** Ends the capture once the screen has been still for a while, so that the last change is in it. */
  stop(): Promise<Frames>;
}

/** The screen counts as still after this time without a new frame: nine frames at 60 Hz. */
const stillMs = 150;

/**
 * Captures every frame that a page paints (Chromium only). Frames are the proof that something was
 * or was not seen: clocks such as First Contentful Paint are not.
 */
export async function captureFrames(page: Page): Promise<Capture> {
  const session = await page.createCDPSession();
  const frames: string[] = [];
  let lastAt = performance.now();
  session.on("Page.screencastFrame", ({ data, sessionId }) => {
    frames.push(data);
    lastAt = performance.now();
    session.send("Page.screencastFrameAck", { sessionId }).catch(() => undefined);
  });
  await session.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  return {
    async stop() {
      const startedStopping = performance.now();
      const stillSince = () => performance.now() - Math.max(lastAt, startedStopping);
      while (stillSince() < stillMs) {
        await new Promise((resolve) => setTimeout(resolve, stillMs - stillSince()));
      }
      await session.send("Page.stopScreencast");
      await session.detach();
      return frames;
    },
  };
}

export interface ColourReader {
  /** In how many of the frames each colour (`"#ff0055"`) fills at least 16 pixels. */
  countFramesShowing(frames: Frames, ...colours: readonly string[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Decodes frames in a blank page of the same browser, which can read PNG already. */
export async function openColourReader(browser: Browser): Promise<ColourReader> {
  const page = await browser.newPage();
  return {
    countFramesShowing: (frames, ...colours) => page.evaluate(countInPage, frames, colours),
    close: () => page.close(),
  };
}

async function countInPage(frames: Frames, colours: readonly string[]): Promise<readonly number[]> {
  const leastPixels = 16;
  // The capture may scale a frame by a fraction, which moves a channel by a few steps.
  const tolerance = 6;
  const counts = colours.map(() => 0);
  for (const frame of frames) {
    const response = await fetch(`data:image/png;base64,${frame}`);
    const bitmap = await createImageBitmap(await response.blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("No canvas to read the frame with.");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    for (const [which, colour] of colours.entries()) {
      const red = Number.parseInt(colour.slice(1, 3), 16);
      const green = Number.parseInt(colour.slice(3, 5), 16);
      const blue = Number.parseInt(colour.slice(5, 7), 16);
      let pixels = 0;
      for (let at = 0; at < data.length && pixels < leastPixels; at += 4) {
        const isNear =
          Math.abs((data[at] ?? 0) - red) <= tolerance &&
          Math.abs((data[at + 1] ?? 0) - green) <= tolerance &&
          Math.abs((data[at + 2] ?? 0) - blue) <= tolerance;
        if (isNear) pixels += 1;
      }
      if (pixels >= leastPixels) counts[which] = (counts[which] ?? 0) + 1;
    }
  }
  return counts;
}
