import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Noted } from "../../../../../extension/panel/log/log.ts";
import { wordsOf } from "../../../../../extension/panel/log/log-list.tsx";
import { manifest } from "../../../findings/page.ts";
import { resetBrowser, speak } from "../../browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../../browser.ts")).fakeBrowser }));

beforeEach(resetBrowser);

const at = 0;
const ALL: readonly (readonly [Noted, string, string])[] = [
  [{ is: "page", at, path: "/pricing" }, "Page loaded: /pricing", "Seite geladen: /pricing"],
  [
    { is: "page", at, path: "/", as: "CFOs" },
    "Page loaded: /, seen as CFOs",
    "Seite geladen: /, gesehen als CFOs",
  ],
  [
    { is: "decision", at, slot: "hero", outcome: "variation", variation: "for-cfo" },
    "Hero shows the content for “CFOs”",
    "Hero zeigt den Inhalt für „CFOs“",
  ],
  [
    { is: "decision", at, slot: "hero", outcome: "default" },
    "Hero shows the page’s own content",
    "Hero zeigt den eigenen Inhalt der Seite",
  ],
  [
    { is: "decision", at, slot: "constructor", outcome: "neutral" },
    "constructor shows the neutral content",
    "constructor zeigt den neutralen Inhalt",
  ],
  [
    { is: "exposure", at, slot: "hero", variation: "for-cfo", arm: "shown" },
    "Hero: the content for “CFOs” was seen",
    "Hero: Der Inhalt für „CFOs“ wurde gesehen",
  ],
  [
    { is: "exposure", at, slot: "hero", variation: "for-cfo", arm: "holdout" },
    "Hero: held out from the content for “CFOs”",
    "Hero: in der Kontrollgruppe zum Inhalt für „CFOs“",
  ],
  [
    { is: "segment", at, segment: "customer", change: "entered" },
    "Is now in “Customers”",
    "Gehört jetzt zu „Customers“",
  ],
  [
    { is: "segment", at, segment: "of-another-page", change: "left" },
    "Is no longer in “of-another-page”",
    "Gehört nicht mehr zu „of-another-page“",
  ],
  [
    { is: "consent", at, changes: [{ gate: "crm", state: "open" }] },
    "Consent changed: CRM allowed",
    "Einwilligung geändert: CRM erlaubt",
  ],
  [
    { is: "missed", at, count: 1_200 },
    "1,200 more happened, too fast to be listed",
    "1.200 weitere Ereignisse kamen zu schnell, um sie aufzuführen",
  ],
];

describe("an entry of the log", () => {
  it.each(ALL)("is said by the names that the page has: %o", (entry, english, german) => {
    expect(wordsOf({ ...entry, key: 1 }, manifest)).toBe(english);
    speak("de");
    expect(wordsOf({ ...entry, key: 1 }, manifest)).toBe(german);
  });
});
