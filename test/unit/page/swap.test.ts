// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { restore, swap } from "../../../sdk/page/slots/swap.ts";
import type { Content } from "../../../shared/engine/rules.ts";

const offers = { demo: { goal: "acquisition", label: "Book a demo, {{firstName|friend}}", href: "/demo" } };
const material = { offers, properties: { firstName: { is: "known", value: "<b>Ines</b>" } } } as const;

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

const put = (content: Content, id = "cfo") => swap(slot, id, content, material);
const words = () => slot.textContent?.replace(/\s+/g, " ").trim();

describe("a slot", () => {
  it("shows a template that stands in it, with its tokens as text", () => {
    expect(put({ template: true })).toBe(true);
    expect(slot.querySelector("h1")?.textContent).toBe("Hello <b>Ines</b>");
    expect(slot.querySelector("p")?.textContent).toBe("For CFOs, always");
    expect(slot.querySelector("b")).toBeNull();
  });

  it("is left alone where the template is missing", () => {
    const before = slot.innerHTML;
    expect(put({ template: true }, "nobody")).toBe(false);
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
    expect(put({ offer: "constructor" })).toBe(false);
    expect(slot.querySelector("a")?.textContent).toBe("Own offer");
  });

  it("that is itself a link becomes the offer", () => {
    const link = slot.querySelector("a") as HTMLAnchorElement;
    swap(link, "x", { offer: "demo" }, material);
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

  it("gets its very own nodes back, with their listeners, however often it was swapped", () => {
    const own = slot.querySelector("h1");
    let clicks = 0;
    own?.addEventListener("click", () => clicks++);
    put({ template: true });
    put({ text: "Other" });
    put({ offer: "demo" });
    put({ hide: true });
    restore(slot);
    expect(slot.querySelector("h1")).toBe(own);
    slot.querySelector("h1")?.click();
    expect(clicks).toBe(1);
    expect(slot.querySelectorAll("template")).toHaveLength(1);
  });
});
