// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Problems } from "../../../../../extension/panel/library/problems.tsx";
import { readLibrary } from "../../../../../extension/panel/library/read.ts";
import { libraryWith, type Mistakes } from "../../../library/check/sentences.ts";
import { resetBrowser, speak } from "../../browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../../browser.ts")).fakeBrowser }));

beforeEach(resetBrowser);
afterEach(() => render(null, document.body));

/** What the panel lists once this library was loaded, an entry to a line. */
function listed(library: unknown): readonly string[] {
  const read = readLibrary(JSON.stringify(library), "library.json");
  if (read.is !== "faulty") throw new Error(`The library was ${read.is}.`);
  act(() => render(<Problems problems={read.problems} />, document.body));
  return [...document.querySelectorAll("li")].map((entry) =>
    [...entry.children].map(({ textContent }) => textContent).join(" | "),
  );
}

const MISTAKES: Mistakes = {
  "segments.customer.purpose": undefined,
  "segments.customer.tests": [],
  "segments.large.when": { property: "persona", iss: "cfo" },
  "offers.book-demo.cap": { times: 3, within: "7 days" },
};

it.each<[string, Mistakes, readonly string[]]>([
  [
    "de",
    MISTAKES,
    [
      "segments.customer.purpose | Gefunden: nichts; erwartet: ein Text. | Ergänzen Sie es.",
      "segments.customer.tests | Gefunden: eine leere Liste; erwartet: mindestens ein Test.",
      'segments.large.when.iss | Gefunden: "iss"; erwartet: ein Schlüssel, der hier bekannt ist. | Meinten Sie "is"?',
      'offers.book-demo.cap.within | Gefunden: "7 days"; erwartet: eine Dauer wie 30m, 7d oder 1mo.',
    ],
  ],
  [
    "de",
    { "suppressions.customers-no-acquisition.blocks": { slots: ["footer"] } },
    [
      'suppressions.customers-no-acquisition.blocks.slots[0] | Gefunden: "footer"; erwartet: ein Platz dieser Bibliothek (hero). | Ergänzen Sie diese Kennung unter slots, oder entfernen Sie sie hier.',
    ],
  ],
  [
    "en",
    MISTAKES,
    [
      "segments.customer.purpose | Found nothing; expected a text. | Add it.",
      "segments.customer.tests | Found an empty list; expected at least one test.",
      'segments.large.when.iss | Found "iss"; expected a key that is known here. | Did you mean "is"?',
      'offers.book-demo.cap.within | Found "7 days"; expected a duration such as 30m, 7d or 1mo.',
    ],
  ],
])("lists what is wrong with a library in the language of the panel (%s)", (language, mistakes, lines) => {
  speak(language);
  expect(listed(libraryWith(mistakes))).toEqual(lines);
  // All of it is in the language that the panel says it is in.
  expect(document.querySelector("[lang]:not(html)")).toBeNull();
});

it("names the library as a whole where nothing in it can be named", () => {
  speak("de");
  expect(listed([])).toEqual(["Die ganze Bibliothek | Gefunden: eine leere Liste; erwartet: ein Objekt."]);
});

it.each([
  ["de", "Zeile 3, Spalte 1: erwartet: ein Schlüssel in doppelten Anführungszeichen; der Text endet hier."],
  ["en", "Line 3, column 1: expected a key in double quotes, but the text ends."],
])("says where a text is no JSON (%s)", (language, because) => {
  speak(language);
  expect(readLibrary('{\n  "forwhom": 1,\n', "library.json")).toEqual({ is: "failed", because });
});
