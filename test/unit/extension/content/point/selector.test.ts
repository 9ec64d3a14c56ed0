// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { selectorFor } from "../../../../../extension/content/point/selector.ts";

/** The selector of the one element that is marked with `here`, as it stands without that mark. */
function forMarked(html: string): string {
  document.body.innerHTML = html;
  const element = document.querySelector("[here]");
  element?.removeAttribute("here");
  if (!element) throw new Error("Nothing is marked.");
  const selector = selectorFor(element);
  expect([...document.querySelectorAll(selector)]).toEqual([element]);
  return selector;
}

describe("the selector of an element that was pointed at", () => {
  it.each([
    ["its id", `<h1 here id="hero">A</h1>`, "#hero"],
    ["an id that needs escaping", `<h1 here id="hero:1">A</h1>`, String.raw`#hero\:1`],
    ["a mark of its own", `<p>A</p><p here data-testid="lead">B</p>`, '[data-testid="lead"]'],
    ["its name, where a page has one of it", "<main><h1 here>A</h1><p>B</p></main>", "h1"],
    ["its place in what a page has one of", "<main><p>A</p><p here>B</p></main>", "main > p:nth-of-type(2)"],
    [
      "its way, though it is the only one of its name today",
      "<main><div><p>A <em here>B</em></p></div></main>",
      "main > div > p > em",
    ],
    [
      "the way from the nearest mark",
      `<section><p>A</p></section><section id="prices"><div><p here>B</p></div><p>C</p></section>`,
      "#prices > div > p",
    ],
    [
      "its place in the way from a mark",
      `<div><p>0</p><p>1</p></div><div data-section="prices"><p>A</p><p here>B</p></div>`,
      '[data-section="prices"] > p:nth-of-type(2)',
    ],
    [
      "the way through the places of those around it",
      "<section><p>A</p><p>B</p></section><section><p>C</p><p here>D</p></section>",
      "body > section:nth-of-type(2) > p:nth-of-type(2)",
    ],
  ])("is %s", (_, html, selector) => {
    expect(forMarked(html)).toBe(selector);
  });

  it.each([
    ["an id that stands twice", `<div id="twice"><p>A</p></div><div id="twice"><p here>B</p></div>`, "twice"],
    ["an id made by a machine", `<p>A</p><p here id="radix-:r1:">B</p>`, "radix"],
    ["an id that is a hash", `<p>A</p><p here id="c3f9a81b2">B</p>`, "c3f9"],
    ["a mark of the page script’s", `<p>A</p><p here data-fw-done="default">B</p>`, "data-fw"],
    ["what a variation changes", `<p><a href="/x">A</a></p><p><a here href="/demo">B</a></p>`, "href"],
    ["a mark with more in it than words", `<p>A</p><p here data-state='{"a":1}'>B</p>`, "data-state"],
    ["a name that stands twice", "<header><h1>A</h1></header><p><h1 here>B</h1></p>", "h1:first"],
    ["a class, which styles and changes with them", `<p>A</p><p here class="css-1x2y">B</p>`, "css-"],
  ])("never rests on %s", (_, html, never) => {
    expect(forMarked(html)).not.toContain(never);
  });

  it("finds every element of a page, and only that", () => {
    document.body.innerHTML = `<main><div><p>A</p><p>B <b>b</b></p></div><div><p>C</p><ul><li>1</li><li>2</li></ul></div>
      <div id="x"><div><p>D</p></div></div><div id="x"><div><p>E</p></div></div></main>`;
    for (const element of document.body.querySelectorAll("*"))
      expect([...document.querySelectorAll(selectorFor(element))]).toEqual([element]);
  });
});
