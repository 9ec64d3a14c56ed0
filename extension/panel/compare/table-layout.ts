import { say } from "../../words.ts";
import { type Comparison, type Sight, sightIn } from "./comparison.ts";

/** How wide a text is when it is written with this font, in pixels. */
export type Measure = (text: string, font: string) => number;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** One thing to draw: a field of the table, a line of words, or the picture at an address. */
export type Part =
  | ({ readonly is: "field"; readonly isHead: boolean } & Box)
  | {
      readonly is: "words";
      readonly text: string;
      readonly font: string;
      readonly isSoft: boolean;
      readonly x: number;
      readonly y: number;
      readonly width: number;
    }
  | ({ readonly is: "picture"; readonly url: string } & Box);

export type TableLayout = {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Part[];
};

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const FONT = {
  title: `650 24px ${FAMILY}`,
  head: `650 14px ${FAMILY}`,
  strong: `550 14px ${FAMILY}`,
  plain: `400 13px ${FAMILY}`,
};
const LINE = { [FONT.title]: 32, [FONT.head]: 20, [FONT.strong]: 20, [FONT.plain]: 19 };

const EDGE = 28;
const PAD = 12;
const AUDIENCE = 160;
const SLOT = 300;
const HIGHEST = 300;

/** Where everything of a comparison stands in one picture, from left to right. */
export function tableLayout(
  { slots, audiences }: Comparison,
  { title, about }: { readonly title: string; readonly about: string },
  measure: Measure,
): TableLayout {
  const width = 2 * EDGE + AUDIENCE + Math.max(1, slots.length) * SLOT;
  const parts: Part[] = [];
  let y = EDGE;

  const write = (
    text: string,
    font: keyof typeof FONT,
    x: number,
    from: number,
    room: number,
    isSoft = false,
  ) => {
    let at = from;
    for (const line of linesOf(text, room, (part) => measure(part, FONT[font]))) {
      parts.push({ is: "words", text: line, font: FONT[font], isSoft, x, y: at, width: room });
      at += LINE[FONT[font]] ?? 20;
    }
    return at;
  };

  /** Writes the fields of a row, and draws them once it is known how high they are. */
  const row = (isHead: boolean, fields: readonly { readonly width: number; readonly fill: Fill }[]) => {
    const place = parts.length;
    let x = EDGE;
    let bottom = y;
    for (const { width: wide, fill } of fields) {
      bottom = Math.max(bottom, fill(x + PAD, y + PAD, wide - 2 * PAD) + PAD);
      x += wide;
    }
    const height = bottom - y;
    x = EDGE;
    const drawn = fields.map(({ width: wide }): Part => {
      x += wide;
      return { is: "field", isHead, x: x - wide, y, width: wide, height };
    });
    parts.splice(place, 0, ...drawn);
    y = bottom;
  };

  const sight = ({ picture, headline, text }: Sight, x: number, from: number, room: number) => {
    let at = from;
    if (picture) {
      const scale = Math.min(1, room / picture.width, HIGHEST / picture.height);
      const size = { width: picture.width * scale, height: picture.height * scale };
      parts.push({ is: "picture", url: picture.url, x, y: at, ...size });
      at += size.height + 8;
    }
    at = write(headline, "strong", x, at, room);
    return text === undefined ? at : write(text, "plain", x, at + 2, room, true);
  };

  y = write(title, "title", EDGE, y, width - 2 * EDGE) + 4;
  y = write(about, "plain", EDGE, y, width - 2 * EDGE, true) + 16;
  row(true, [
    { width: AUDIENCE, fill: (x, at, room) => write(say("compareAudience"), "head", x, at, room) },
    ...slots.map(({ name }) => ({
      width: SLOT,
      fill: ((x, at, room) => write(name, "head", x, at, room)) satisfies Fill as Fill,
    })),
  ]);
  for (const { name, sights } of audiences)
    row(false, [
      { width: AUDIENCE, fill: (x, at, room) => write(name, "head", x, at, room) },
      ...slots.map(({ id }, at) => ({
        width: SLOT,
        fill: ((x, top, room) => {
          const found = sights && sightIn(sights, id);
          if (found) return sight(found, x, top, room);
          return at === 0 ? write(say("nobodyOfAudience"), "plain", x, top, room, true) : top;
        }) satisfies Fill as Fill,
      })),
    ]);
  return { width, height: y + EDGE, parts };
}

/** Fills a field from its upper edge on, and answers where that ends. */
type Fill = (x: number, from: number, room: number) => number;

/** A text in lines that have the room; a word that has not is broken. */
export function linesOf(text: string, room: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= room) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const letter of word) {
      if (line !== "" && widthOf(line + letter) > room) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  return line === "" ? lines : [...lines, line];
}
