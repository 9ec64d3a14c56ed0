import browser from "webextension-polyfill";
import type { Pose } from "../../../shared/protocol/pose.ts";
import { say } from "../../words.ts";

/** A picture of one slot, as an address that holds all of it, with its size in CSS pixels. */
export type Picture = { readonly url: string; readonly width: number; readonly height: number };

/** A picture in a table is looked at, not measured. */
const WIDEST = 800;

/** What can be seen of a tab; throws where the browser does not let us, or shows another tab in its place. */
export async function capture(tab: number): Promise<ImageBitmap> {
  const { windowId, active } = await browser.tabs.get(tab);
  if (!active) throw new Error(say("picturesBehind"));
  const url = await browser.tabs.captureVisibleTab(windowId, { format: "png" });
  return bitmapOf(url);
}

/** The picture in an address that holds all of it: nothing is fetched. */
export function bitmapOf(url: string): Promise<ImageBitmap> {
  const text = atob(url.slice(url.indexOf(",") + 1));
  return createImageBitmap(new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))]));
}

/** The part of a picture of the window in which an element stands; undefined where nothing of it is in view. */
export async function cropped(bitmap: ImageBitmap, pose: Pose): Promise<Picture | undefined> {
  const box = boxIn(pose);
  if (!box) return undefined;
  // A zoomed or dense screen has more dots than the page has pixels, and devicePixelRatio does not know all of it.
  const scale = bitmap.width / pose.wide;
  const shrunk = Math.min(1, WIDEST / (box.width * scale));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(box.width * scale * shrunk)),
    Math.max(1, Math.round(box.height * scale * shrunk)),
  );
  const context = canvas.getContext("2d");
  if (context) context.imageSmoothingQuality = "high";
  context?.drawImage(
    bitmap,
    box.left * scale,
    box.top * scale,
    box.width * scale,
    box.height * scale,
    0,
    0,
    canvas.width,
    canvas.height,
  );
  const url = await toUrl(await canvas.convertToBlob({ type: "image/png" }));
  return { url, width: Math.round(box.width), height: Math.round(box.height) };
}

type Box = Pick<Pose, "left" | "top" | "width" | "height">;

/** What of an element lies in its window. */
export function boxIn({ left, top, width, height, wide, high }: Pose): Box | undefined {
  const from = { left: Math.max(0, left), top: Math.max(0, top) };
  const box = {
    ...from,
    width: Math.min(wide, left + width) - from.left,
    height: Math.min(high, top + height) - from.top,
  };
  return box.width >= 1 && box.height >= 1 ? box : undefined;
}

function toUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
