/** Where a value stands between two places, by its share of the way from low to high. */
export const place = (value: number, low: number, high: number, from: number, to: number) =>
  from + ((value - low) / (high - low || 1)) * (to - from);

/** To a tenth: finer is not seen. */
export const round = (value: number) => Math.round(value * 10) / 10;

/** Words in SVG, starting at a point unless the attributes say otherwise. */
export const text = (x: number, y: number, words: string, attributes: string) =>
  `<text x="${round(x)}" y="${round(y)}" ${attributes}>${words}</text>`;
