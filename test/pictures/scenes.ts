import type { Page } from "puppeteer-core";
import { until } from "../browser/drive/until.ts";
import { choose, loadLibrary, says } from "../browser/extension/panel.ts";
import { answerConsent, shows } from "../browser/page/visit.ts";

/** What a scene is played with: the words are the panel's own, in the language that it speaks. */
export interface Played {
  readonly page: Page;
  readonly panel: Page;
  readonly url: string;
  readonly word: (key: string) => string;
}

export interface Scene {
  readonly name: string;
  readonly title: Readonly<Record<"en" | "de", string>>;
  /** A scene of the panel alone is wide: a marketer can open it as a page of its own. */
  readonly of: "page and panel" | "panel";
  play(played: Played): Promise<void>;
}

const AUDIENCE = /^CFOs in evaluation/;

async function toView({ panel, word }: Played, view: string): Promise<void> {
  await panel.evaluate((name) => {
    const tabs = [...document.querySelectorAll<HTMLElement>("[role=tab]")];
    tabs.find((tab) => tab.innerText.startsWith(name))?.click();
    scrollTo(0, 0);
  }, word(view));
}

/** One after the other, each from where the one before it ended. */
export const scenes: readonly Scene[] = [
  {
    name: "preview",
    title: {
      en: "See any page as any audience sees it. Nothing is measured, nothing is stored.",
      de: "Jede Seite so sehen, wie eine Zielgruppe sie sieht. Nichts wird gemessen, nichts gespeichert.",
    },
    of: "page and panel",
    async play(played) {
      const { page, panel, url, word } = played;
      await answerConsent(page, "all");
      await says(panel, "Northwind");
      await loadLibraryIn(played, `${url}/library.json`);
      await toView(played, "viewAudiences");
      await choose(panel, AUDIENCE);
      await shows(page, "hero", "hero-cfo");
      await toView(played, "viewPage");
      await says(panel, word("leave"));
    },
  },
  {
    name: "why",
    title: {
      en: "Read why each place shows what it shows, and what would have to be different.",
      de: "Lesen, warum jeder Platz zeigt, was er zeigt, und was dafür anders sein müsste.",
    },
    of: "page and panel",
    async play({ panel, word }) {
      const passedOver = ["passedOver_one", "passedOver_other"].map((key) =>
        word(key).replace("$COUNT$", "\\d+"),
      );
      await choose(panel, new RegExp(`^(${passedOver.join("|")})$`));
      await until("it is said what would have to be different", () =>
        panel.evaluate(() => document.querySelector(".needed li") !== null),
      );
      await panel.evaluate(() => document.querySelector("[role=tablist]")?.scrollIntoView());
    },
  },
  {
    name: "compare",
    title: {
      en: "Compare audiences in words and pictures, and hand them on as one file.",
      de: "Zielgruppen in Wort und Bild vergleichen und als eine Datei weitergeben.",
    },
    of: "panel",
    async play(played) {
      const { page, panel, word } = played;
      await choose(panel, new RegExp(`^${word("leave")}`));
      await shows(page, "hero", "default");
      await toView(played, "viewAudiences");
      await choose(panel, word("compareAudiences"));
      await until("the table is full", () =>
        panel.evaluate(() => document.querySelectorAll(".matrix tbody tr").length >= 4),
      );
      await choose(panel, word("picturesTake"));
      await until(
        "every audience has its pictures, and the tab is as it was",
        () =>
          panel.evaluate(
            (running) =>
              !document.body.innerText.includes(running) &&
              [...document.querySelectorAll(".matrix tbody tr")].every((row) => row.querySelector("td img")),
            word("picturesRunning"),
          ),
        60_000,
      );
      await panel.evaluate(() => document.querySelector("[role=tablist]")?.scrollIntoView());
    },
  },
  {
    name: "library",
    title: {
      en: "The whole library as a map: who is addressed where, and who nowhere.",
      de: "Die ganze Bibliothek als Karte: wer wo angesprochen wird, und wer nirgends.",
    },
    of: "panel",
    async play(played) {
      await toView(played, "viewLibrary");
      await until("the map is drawn", () =>
        played.panel.evaluate(() => document.querySelector(".map-line") !== null),
      );
      await played.panel.evaluate(() => document.querySelector("h2")?.scrollIntoView());
    },
  },
  {
    name: "findings",
    title: {
      en: "Find what consent, suppression and offers do not allow, before visitors do.",
      de: "Finden, was Einwilligung, Ausschluss und Angebote nicht erlauben, bevor es andere sehen.",
    },
    of: "page and panel",
    async play(played) {
      const { page, panel, url } = played;
      await page.goto(`${url}/broken`);
      await says(panel, "/broken");
      await toView(played, "viewFindings");
      await until("something is found", () =>
        panel.evaluate(() => document.querySelectorAll(".finding").length > 1),
      );
    },
  },
];

async function loadLibraryIn({ panel, word }: Played, address: string): Promise<void> {
  if (word("library") === "Library") await loadLibrary(panel, address);
  else {
    await choose(panel, new RegExp(`^${word("library")}`));
    await panel.waitForSelector("dialog input[type=url], dialog input[type=text]");
    await panel.type("dialog input[type=url], dialog input[type=text]", address);
    await panel.keyboard.press("Enter");
    await until("the library is loaded", () =>
      panel.evaluate(() => document.querySelector(".loaded-dot") !== null),
    );
  }
  await panel.keyboard.press("Escape");
  await panel.waitForFunction(() => !document.querySelector("dialog"));
}
