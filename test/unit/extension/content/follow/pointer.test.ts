// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { followPointer } from "../../../../../extension/content/follow/pointer.ts";

const told: (string | undefined)[] = [];
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  stop = new AbortController();
  document.body.innerHTML = `
    <p data-fw-slot="hero"><b>For you</b></p><h1 data-fw-done="default">Title</h1><i>Other</i>`;
  followPointer((selector) => told.push(selector), stop.signal);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** As the browser does it, which no page can. */
function cross(at: string, type = "pointerover", isTrusted = true): void {
  const event = new Event(type, { bubbles: true });
  Object.defineProperty(event, "isTrusted", { value: isTrusted });
  document.querySelector(at)?.dispatchEvent(event);
}

function point(...[at, type, isTrusted]: Parameters<typeof cross>): void {
  cross(at, type, isTrusted);
  vi.advanceTimersByTime(100);
}

describe("the pointer over a slot", () => {
  it("is told by what finds the slot, whatever of it lies under the pointer", () => {
    point("b");
    expect(told).toEqual(['[data-fw-slot="hero"]']);
  });

  it("is told for a slot that has no mark of its own, and where it left all of them", () => {
    point("h1");
    point("i");
    point("i");
    expect(told).toHaveLength(2);
    expect(document.querySelector(told[0] ?? "")?.tagName).toBe("H1");
    expect(told[1]).toBeUndefined();
  });

  it("is told to have left with the page’s edge", () => {
    point("b");
    point("b", "pointerout");
    expect(told).toEqual(['[data-fw-slot="hero"]', undefined]);
  });

  it("is no page’s to move", () => {
    point("b", "pointerover", false);
    expect(told).toEqual([]);
  });

  it("is told once where it comes to rest, however often it crosses a slot before", () => {
    for (let times = 0; times < 500; times++) cross(times % 2 === 0 ? "i" : "b");
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual(['[data-fw-slot="hero"]']);
  });
});
