import type { Pose } from "../../shared/protocol/pose.ts";

/** Pictures and fonts that take longer are not waited for. */
const PATIENCE_MS = 1_500;
/** No frames are drawn in a hidden tab. */
const NO_FRAME_MS = 100;

/** Brings an element into view, with all that is to be seen of it, and says where it stands now. */
export async function pose(selector: string): Promise<Pose | undefined> {
  const element = found(selector);
  if (!element) return undefined;
  const { scrollX, scrollY } = window;
  const isSmall = element.getBoundingClientRect().height < innerHeight;
  element.scrollIntoView({ block: isSmall ? "center" : "start", behavior: "instant" });
  await Promise.race([drawn(element), after(PATIENCE_MS)]);
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height, wide: innerWidth, high: innerHeight, scrollX, scrollY };
}

async function drawn(element: Element): Promise<void> {
  await document.fonts.ready;
  await Promise.all(
    [...element.querySelectorAll("img")].map((image) => image.decode().catch(() => undefined)),
  );
  // What has been scrolled to is drawn by the next frame, and stands on the screen by the one after.
  await frame();
  await frame();
}

const frame = () => Promise.race([new Promise((go) => requestAnimationFrame(go)), after(NO_FRAME_MS)]);
const after = (ms: number) => new Promise((go) => setTimeout(go, ms));

function found(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}
