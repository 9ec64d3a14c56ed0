import { describe, expect, it } from "vitest";
import { placeAfter } from "../../../../../extension/panel/map/moves.ts";

const size = { rows: 3, columns: 4 };
const from = { row: 1, column: 2 };

describe("a key in the map", () => {
  it.each([
    ["ArrowDown", { row: 2, column: 2 }],
    ["ArrowUp", { row: 0, column: 2 }],
    ["ArrowRight", { row: 1, column: 3 }],
    ["ArrowLeft", { row: 1, column: 1 }],
    ["Home", { row: 1, column: 0 }],
    ["End", { row: 1, column: 3 }],
    ["PageDown", { row: 2, column: 2 }],
    ["PageUp", { row: 0, column: 2 }],
  ])("leads by %s to the place that it means", (key, place) => {
    expect(placeAfter(key, from, size, false)).toEqual(place);
  });

  it("goes the other way sideways where the map reads from right to left", () => {
    expect(placeAfter("ArrowRight", from, size, true)).toEqual({ row: 1, column: 1 });
    expect(placeAfter("ArrowLeft", from, size, true)).toEqual({ row: 1, column: 3 });
    expect(placeAfter("ArrowDown", from, size, true)).toEqual({ row: 2, column: 2 });
  });

  it.each([
    ["ArrowUp", { row: 0, column: 0 }],
    ["ArrowLeft", { row: 0, column: 0 }],
    ["ArrowDown", { row: 2, column: 3 }],
    ["ArrowRight", { row: 2, column: 3 }],
  ])("leads nowhere at the edge: %s", (key, edge) => {
    expect(placeAfter(key, edge, size, false)).toBeUndefined();
  });

  it.each(["Enter", "Tab", "Escape", "a", "constructor"])("is left alone: %s", (key) => {
    expect(placeAfter(key, from, size, false)).toBeUndefined();
  });
});
