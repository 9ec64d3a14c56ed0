// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { firstOf, pointable, stepFrom } from "../../../../../extension/content/point/steps.ts";

beforeEach(() => {
  // happy-dom lays nothing out.
  Element.prototype.checkVisibility = function () {
    return !this.hasAttribute("hidden");
  };
  document.body.innerHTML = `<main id="main"><script></script><p id="lead">A <em id="em">b</em></p><p hidden></p>
    <a id="link" href="/x"><svg id="svg"><path id="path" /></svg></a><h1 id="title">T</h1></main>`;
});

const at = (id: string) => document.getElementById(id) as HTMLElement;

describe("going from one element of a page to another", () => {
  it("begins at the first heading", () => {
    expect(firstOf(document)?.id).toBe("title");
    at("title").remove();
    expect(firstOf(document)?.id).toBe("lead");
  });

  it("goes out, in, and to what stands beside and can be seen", () => {
    expect(stepFrom(at("lead"), "parent")?.id).toBe("main");
    expect(stepFrom(at("lead"), "child")?.id).toBe("em");
    expect(stepFrom(at("lead"), "next")?.id).toBe("link");
    expect(stepFrom(at("link"), "previous")?.id).toBe("lead");
    expect(stepFrom(at("main"), "child")?.id).toBe("lead");
  });

  it("stays where there is nothing further", () => {
    expect(stepFrom(at("lead"), "previous")).toBeUndefined();
    expect(stepFrom(at("title"), "next")).toBeUndefined();
    expect(stepFrom(at("em"), "child")).toBeUndefined();
    expect(stepFrom(at("main"), "parent")).toBeUndefined();
  });

  it("takes the link for the drawing in it, and neither the page as a whole nor a script", () => {
    expect(pointable(at("path"))?.id).toBe("link");
    expect(pointable(document.body)).toBeUndefined();
    expect(pointable(document.querySelector("script"))?.id).toBe("main");
    expect(pointable(null)).toBeUndefined();
  });
});
