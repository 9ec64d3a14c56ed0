// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { EVERY_PART } from "../../../sdk/page/every-part.ts";
import { isIntact, type Material, restore, swap, swaps } from "../../../sdk/page/slots/swap.ts";
import { fillTokens, fillTokensIn } from "../../../sdk/page/slots/tokens.ts";
import type { Content } from "../../../shared/engine/rules.ts";
import { contentFingerprint } from "../../../shared/library/fingerprint.ts";

const offers = { demo: { goal: "acquisition", label: "Book a demo, {{firstName|friend}}", href: "/demo" } };
const properties = { firstName: { is: "known", value: "<b>Ines</b>" } } as const;
const material: Material = {
  offers,
  fill: (text) => fillTokens(text, () => properties),
  fillIn: (node) => fillTokensIn(node, () => properties),
  isApproved: (html, approved) => approved === undefined || EVERY_PART.approved?.(html, approved) === true,
  sanitizer: () => Promise.reject(new Error("not asked for here")),
  again() {},
};

let slot: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = `
    <section id="slot">
      <h1>Own words</h1>
      <a class="button" href="/own">Own offer</a>
      <template data-fw-variation="cfo"><h1>Hello {{firstName|there}}</h1><p>For CFOs, {{unknown|always}}</p></template>
    </section>`;
  slot = document.querySelector("#slot") as HTMLElement;
});

const put = (content: Content, rest: { id?: string; lang?: string; approved?: string } = {}) =>
  swap(slot, { id: "cfo", content, ...rest }, EVERY_PART, material);
/** What a visitor sees of the slot: beside the slot's own content, which a sheet hides, or in its place. */
const seen = () => [...slot.querySelectorAll("[data-fw-content]")];
const words = () =>
  seen()
    .map((one) => one.textContent)
    .join(" ");

describe("a slot", () => {
  it("shows a template that stands in it, with its tokens as text", () => {
    expect(put({ template: true })).toBeUndefined();
    expect(seen().map((one) => one.textContent)).toEqual(["Hello <b>Ines</b>", "For CFOs, always"]);
    expect(slot.hasAttribute("data-fw-swapped")).toBe(true);
    expect(slot.querySelector("b")).toBeNull();
  });

  it("is left alone where the template is missing", () => {
    const before = slot.innerHTML;
    expect(put({ template: true }, { id: "nobody" })).toBe("content");
    expect(slot.innerHTML).toBe(before);
  });

  it("shows a text as text", () => {
    put({ text: "<img src=x onerror=alert(1)> {{firstName|there}}" });
    expect(words()).toBe("<img src=x onerror=alert(1)> <b>Ines</b>");
    expect(slot.querySelector("img")).toBeNull();
  });

  it("puts an offer into its own link and leaves the rest as it is", () => {
    put({ offer: "demo" });
    expect(slot.querySelector("h1")?.textContent).toBe("Own words");
    const link = slot.querySelector("a");
    expect(link?.textContent).toBe("Book a demo, <b>Ines</b>");
    expect(link?.getAttribute("href")).toBe("/demo");
    expect(link?.className).toBe("button");
  });

  it("is not changed by an offer that does not exist", () => {
    expect(put({ offer: "constructor" })).toBe("content");
    expect(slot.querySelector("a")?.textContent).toBe("Own offer");
  });

  it("that is itself a link becomes the offer", () => {
    const link = slot.querySelector("a") as HTMLAnchorElement;
    swap(link, { id: "x", content: { offer: "demo" } }, EVERY_PART, material);
    expect([link.textContent, link.getAttribute("href")]).toEqual(["Book a demo, <b>Ines</b>", "/demo"]);
    restore(link);
    expect([link.textContent, link.getAttribute("href")]).toEqual(["Own offer", "/own"]);
  });

  it("can be hidden and comes back", () => {
    put({ hide: true });
    expect(slot.hidden).toBe(true);
    restore(slot);
    expect(slot.hidden).toBe(false);
  });

  it("keeps its very own nodes where they were, with their listeners, however often it was swapped", () => {
    const before = slot.innerHTML;
    const own = [...slot.childNodes];
    let clicks = 0;
    slot.querySelector("h1")?.addEventListener("click", () => clicks++);
    for (const content of [
      { template: true },
      { text: "Other" },
      { offer: "demo" },
      { hide: true },
    ] as const) {
      put(content);
      expect([...slot.childNodes].slice(0, own.length)).toEqual(own);
    }
    restore(slot);
    expect(slot.innerHTML).toBe(before);
    expect([...slot.childNodes]).toEqual(own);
    slot.querySelector("h1")?.click();
    expect(clicks).toBe(1);
  });

  it("that holds bare words shows them no longer, and again afterwards", () => {
    const link = slot.querySelector("a") as HTMLAnchorElement;
    const own = link.firstChild as Text;
    swap(link, { id: "x", content: { text: "Other words" } }, EVERY_PART, material);
    expect(link.textContent).toBe("Other words");
    restore(link);
    expect(link.firstChild).toBe(own);
    expect(link.textContent).toBe("Own offer");
  });

  it("leaves alone what the page has written since", () => {
    const link = slot.querySelector("a") as HTMLAnchorElement;
    swap(link, { id: "x", content: { offer: "demo" } }, EVERY_PART, material);
    (link.firstChild as Text).data = "Written since";
    link.href = "/written-since";
    expect(isIntact(link, swaps.get(link))).toBe(false);
    restore(link);
    expect([link.textContent, link.getAttribute("href")]).toEqual(["Written since", "/written-since"]);
  });

  it("says the language of what it shows, and its own again afterwards", () => {
    slot.lang = "en";
    put({ text: "Hallo" }, { lang: "de" });
    expect(slot.lang).toBe("de");
    restore(slot);
    expect(slot.lang).toBe("en");
  });

  it("sets attributes, and takes nothing of the visitor into an address", () => {
    const picture = document.createElement("img");
    picture.width = 300;
    picture.height = 200;
    picture.src = "/own.avif";
    const attributes = { src: "/{{firstName|x}}.avif", alt: "For {{firstName|you}}" };
    swap(picture, { id: "x", content: { attributes } }, EVERY_PART, material);
    expect(picture.getAttribute("src")).toBe("/{{firstName|x}}.avif");
    expect(picture.alt).toBe("For <b>Ines</b>");
    expect([picture.width, picture.height]).toEqual([300, 200]);
    restore(picture);
    expect([picture.getAttribute("src"), picture.getAttribute("alt")]).toEqual(["/own.avif", null]);
  });

  it("shows a template only as it was approved", () => {
    const html = (slot.querySelector("template") as HTMLTemplateElement).innerHTML;
    const approved = contentFingerprint(html);
    expect(put({ template: true }, { approved })).toBeUndefined();
    restore(slot);
    (slot.querySelector("template") as HTMLTemplateElement).innerHTML += "<p>One more thing</p>";
    expect(put({ template: true }, { approved })).toBe("unapproved");
    expect(slot.querySelector("[data-fw-content]")).toBeNull();
  });

  it("finds a template anywhere in the page", () => {
    const template = slot.querySelector("template") as HTMLTemplateElement;
    document.body.prepend(template);
    expect(put({ template: true })).toBeUndefined();
    expect(words()).toContain("For CFOs, always");
  });

  it("has the focus again where it was", () => {
    const link = slot.querySelector("a") as HTMLAnchorElement;
    link.focus();
    put({ template: true });
    // A browser takes the focus from what is hidden.
    link.blur();
    restore(slot);
    expect(document.activeElement).toBe(link);
  });
});
