import { say } from "../../words.ts";
import { bitmapOf } from "../pictures/capture.ts";
import { save } from "../save.ts";
import type { Seen } from "../seen.ts";
import type { Comparison } from "./comparison.ts";
import { aboutWords, fileAbout } from "./file.tsx";
import { type Part, type TableLayout, tableLayout } from "./table-layout.ts";

/** What every browser can still draw in one piece. */
const LONGEST = 16_000;
const DENSE = 2;

/** On paper and in slides it is light, whatever the screen is. */
const COLOUR = {
  paper: "#f6f3ec",
  card: "#fffdf8",
  sunk: "#ece7db",
  ink: "#1c2926",
  soft: "#56635e",
  line: "#ddd6c7",
};

export async function savePicture(comparison: Comparison, seen: Seen): Promise<void> {
  const about = fileAbout(seen);
  const picture = await pictureOf(comparison, {
    title: say("compareTitle", { page: about.page }),
    about: aboutWords(about),
  });
  save(picture, { name: `${about.name}.png`, type: "image/png" });
}

/** The whole comparison as one picture. */
export async function pictureOf(
  comparison: Comparison,
  words: { readonly title: string; readonly about: string },
): Promise<Blob> {
  const ruler = contextOf(new OffscreenCanvas(1, 1));
  const layout = tableLayout(comparison, words, (text, font) => {
    ruler.font = font;
    return ruler.measureText(text).width;
  });
  const scale = Math.min(DENSE, LONGEST / layout.width, LONGEST / layout.height);
  const canvas = new OffscreenCanvas(Math.ceil(layout.width * scale), Math.ceil(layout.height * scale));
  const context = contextOf(canvas);
  context.scale(scale, scale);
  await draw(layout, context, say("direction") === "rtl");
  return canvas.convertToBlob({ type: "image/png" });
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("There is nothing to draw on.");
  return context;
}

async function draw(
  { width, height, parts }: TableLayout,
  context: OffscreenCanvasRenderingContext2D,
  isRightToLeft: boolean,
): Promise<void> {
  context.fillStyle = COLOUR.paper;
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.textBaseline = "top";
  context.textAlign = "start";
  context.direction = isRightToLeft ? "rtl" : "ltr";
  for (const part of parts) {
    const x = isRightToLeft ? width - part.x - part.width : part.x;
    await drawPart(part, x, context, isRightToLeft);
  }
}

async function drawPart(
  part: Part,
  x: number,
  context: OffscreenCanvasRenderingContext2D,
  isRightToLeft: boolean,
): Promise<void> {
  if (part.is === "words") {
    context.font = part.font;
    context.fillStyle = part.isSoft ? COLOUR.soft : COLOUR.ink;
    context.fillText(part.text, isRightToLeft ? x + part.width : x, part.y);
    return;
  }
  const { y, width, height } = part;
  if (part.is === "picture") {
    const bitmap = await bitmapOf(part.url);
    context.drawImage(bitmap, x, y, width, height);
    bitmap.close();
  } else {
    context.fillStyle = part.isHead ? COLOUR.sunk : COLOUR.card;
    context.fillRect(x, y, width, height);
  }
  context.strokeStyle = COLOUR.line;
  context.strokeRect(x, y, width, height);
}
