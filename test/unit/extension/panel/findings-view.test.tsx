// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Examined, Found } from "../../../../extension/panel/examined.ts";
import { FindingsView } from "../../../../extension/panel/findings/findings-view.tsx";
import { now } from "../../../../extension/panel/store.ts";
import type { Fault, FindingRule, Outcome, Severity } from "../../../../shared/findings/finding.ts";
import { FINDINGS } from "../../../../shared/findings/list.ts";
import { said } from "../../../../shared/findings/said.ts";
import { NOW, page } from "../../findings/page.ts";
import { resetBrowser, speak } from "../browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../browser.ts")).fakeBrowser }));

beforeEach(resetBrowser);
afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

const rule = (id: string, severity: Severity): FindingRule => {
  const [first] = FINDINGS;
  if (!first) throw new Error("There are no findings.");
  const link = "https://www.edpb.europa.eu/guidelines";
  return { ...first, id, severity, title: said(`Title ${id}`, `Titel ${id}`), link };
};

const onPage: Fault = { evidence: [said("Seen on the page.", "Auf der Seite gesehen.")] };
const inSlot: Fault = { ...onPage, slot: "hero", selector: "#hero" };

const found = (id: string, severity: Severity, ...faults: Fault[]): Found => ({
  rule: rule(id, severity),
  outcome: { is: "found", faults: faults.length > 0 ? faults : [inSlot] },
});

const doubt = (id: string, is: "cannot tell" | "does not apply") => ({
  rule: rule(id, "minor"),
  outcome: { is, because: said("It is not clear yet.", "Es ist noch nicht klar.") } satisfies Outcome,
});

function show(part: Partial<Examined>): void {
  const buckets = { found: [], cannotTell: [], clean: [], doesNotApply: [], ...part };
  const checked = Object.values(buckets).flat() as Examined["checked"];
  const { observation } = page({ slots: [] });
  act(() =>
    render(
      <FindingsView examined={{ evidence: { observation, now: NOW }, checked, ...buckets }} />,
      document.body,
    ),
  );
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const wordsOf = (selector: string) => all(selector).map(({ textContent }) => textContent);
const press = async (selector: string, words: string) => {
  const button = all(selector).find(({ textContent }) => textContent?.startsWith(words));
  if (!button) throw new Error(`There is no ${words}`);
  button.focus();
  await act(async () => button.click());
  return button;
};

const many = [
  found("a", "critical"),
  found("b", "serious"),
  found("c", "serious"),
  found("d", "minor"),
  found("e", "minor"),
];

describe("the findings", () => {
  it("come first, and what was not found is folded away with its number and its reason", () => {
    show({
      found: [found("a", "critical")],
      cannotTell: [doubt("b", "cannot tell"), doubt("c", "cannot tell")],
      doesNotApply: [doubt("d", "does not apply")],
    });
    expect(wordsOf(".findings > .cards h2")).toEqual(["Title a"]);
    expect(wordsOf(".bucket > summary")).toEqual(["Could not be checked2", "Does not apply to this page1"]);
    expect(all(".bucket").map((one) => one.hasAttribute("open"))).toEqual([false, false]);
    expect(wordsOf(".because")).toEqual(["It is not clear yet.", "It is not clear yet."]);
    expect(wordsOf(".check-title")).toEqual(["Title b", "Title c", "Title d"]);
  });

  it("speak German where the browser does", () => {
    speak("de");
    show({ found: [found("a", "critical")] });
    expect(wordsOf("h2")).toEqual(["Titel a"]);
    expect(wordsOf(".severity")).toEqual(["Kritisch"]);
    expect(wordsOf(".finding a")).toEqual(["Mehr dazu auf www.edpb.europa.eu"]);
  });

  it("can be pointed at only where there is an element to point at", async () => {
    show({ found: [found("a", "critical", inSlot, onPage)] });
    expect(wordsOf("button.place")).toEqual(["Hero: show it on the page"]);
    expect(wordsOf(".place-name")).toEqual(["This page"]);
  });

  it.each([
    [
      { clean: [{ rule: rule("a", "minor"), outcome: { is: "clean" } }] },
      "Nothing wrong was found",
      "1 check was made.",
    ],
    [
      {
        clean: [{ rule: rule("a", "minor"), outcome: { is: "clean" } }],
        cannotTell: [doubt("b", "cannot tell")],
      },
      "Nothing wrong was found so far",
      "1 check was made. 1 check could not be made; below it says why.",
    ],
    [
      { cannotTell: [doubt("b", "cannot tell")] },
      "Nothing could be checked yet",
      "1 check could not be made; below it says why.",
    ],
  ] as const)("are not said to be none where little could be checked: %#", (part, title, sentence) => {
    show(part);
    expect(wordsOf("h2")).toEqual([title]);
    expect(wordsOf(".empty p")).toEqual([sentence]);
    // What could not be checked is then the news.
    if ("cannotTell" in part) expect(all(".bucket")[0]?.hasAttribute("open")).toBe(true);
  });
});

describe("the filters", () => {
  it("are there once there is enough to filter", () => {
    show({ found: many.slice(0, 4) });
    expect(all(".filter")).toEqual([]);
    show({ found: many });
    expect(wordsOf(".filter")).toEqual(["All5", "Critical1", "Serious2", "Minor2"]);
  });

  it("narrow down, say by how much, and keep the focus", async () => {
    show({ found: many });
    const serious = await press(".filter", "Serious");
    expect(wordsOf(".cards h2")).toEqual(["Title b", "Title c"]);
    expect(wordsOf(".filters [role=status]")).toEqual(["2 of 5 findings"]);
    expect(document.activeElement).toBe(serious);
    expect(serious.getAttribute("aria-pressed")).toBe("true");
    const every = await press(".filter", "All");
    expect(wordsOf(".cards h2")).toHaveLength(5);
    expect(document.activeElement).toBe(every);
  });
});

describe("copying", () => {
  const copied: string[] = [];
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    vi.stubGlobal("navigator", { clipboard: { writeText } });
  beforeEach(() => {
    copied.length = 0;
    clipboard(async (text) => void copied.push(text));
  });

  it("takes one finding, or all, and says so on the button, which keeps the focus", async () => {
    show({ found: many });
    const button = await press(".card-actions button", "Copy");
    expect(copied[0]).toMatch(/^# Title a\n/);
    expect(copied[0]).not.toContain("Title b");
    expect(button.textContent).toBe("Copied");
    expect(document.activeElement).toBe(button);
    await press(".share button", "Copy all");
    expect(copied[1]).toContain("## Title b");
    // The first one has lost the focus, and asks again.
    expect(button.textContent).toBe("Copy as issue text");
  });

  it("does not claim to have copied what the browser refused", async () => {
    clipboard(() => Promise.reject(new Error("no")));
    show({ found: many });
    const button = await press(".card-actions button", "Copy");
    expect(button.textContent).toBe("Copy as issue text");
    expect(now().notice).toBe("The browser did not allow it to be copied.");
  });
});
