// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Followed, follow } from "../../../sdk/react/follow.ts";

const announce = (slot: string, outcome: string, variation?: string) =>
  document.dispatchEvent(new CustomEvent("forwhom:decision", { detail: { slot, outcome, variation } }));

const decides = (outcome: string, variation?: string) =>
  vi.stubGlobal("forwhom", { decide: () => ({ outcome, shown: variation && { variation } }) });

describe("a slot that is followed", () => {
  let element: HTMLElement;
  let hero: Followed;
  beforeEach(() => {
    element = document.createElement("section");
    element.setAttribute("data-fw-hydrate", "");
    hero = follow("hero", ["hero-cfo"]);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("is the page script's from when it is taken over", () => {
    hero.takeOver(element);
    expect(element.hasAttribute("data-fw-hydrate")).toBe(false);
  });

  it("does not believe what is decided before it is shown: it may still wait, or not be of this page", () => {
    decides("variation", "hero-cfo");
    hero.takeOver(element);
    hero.begin();
    expect(hero.now()).toEqual({ outcome: "default", variation: undefined });
  });

  it("shows what is announced for it, and calls once for each change", () => {
    const changed = vi.fn();
    hero.changed(changed);
    const end = hero.begin();
    announce("proof", "variation", "hero-cfo");
    expect(hero.now().outcome).toBe("default");
    announce("hero", "variation", "hero-cfo");
    announce("hero", "variation", "hero-cfo");
    expect(hero.now()).toEqual({ outcome: "variation", variation: "hero-cfo" });
    expect(changed).toHaveBeenCalledTimes(1);
    end();
    announce("hero", "default");
    expect(hero.now().outcome).toBe("variation");
  });

  it("learns what was withdrawn while it was put away", () => {
    hero.takeOver(element);
    const end = hero.begin();
    announce("hero", "variation", "hero-cfo");
    element.setAttribute("data-fw-done", "variation");
    end();
    decides("default");
    hero.begin();
    expect(hero.now().outcome).toBe("default");
  });

  it("shows no default in the place of a variation that it cannot draw", () => {
    hero.begin();
    announce("hero", "variation", "hero-it");
    expect(hero.now()).toEqual({ outcome: "neutral", variation: undefined });
  });
});
