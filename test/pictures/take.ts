import { cp, mkdir, writeFile } from "node:fs/promises";
import german from "../../extension/_locales/de/messages.json" with { type: "json" };
import english from "../../extension/_locales/en/messages.json" with { type: "json" };
import { launchChromium } from "../browser/drive/chromium.ts";
import { germanExtension } from "../browser/extension/views/german.ts";
import { createSite } from "../site/server.ts";
import { scenes } from "./scenes.ts";
import { stage } from "./stage.ts";

/** `npm run pictures`: those of the README and of the stores, from the built extension on the demonstration site. */

const languages = { en: english, de: german } as const;
/** The sizes of what is set beside each other in `stage.ts`, in CSS pixels; drawn finer. */
const PAGE = { width: 1080, height: 880, deviceScaleFactor: 1.5 };
const PANEL = { width: 364, height: 658, deviceScaleFactor: 2 };
const WIDE = { width: 1120, height: 640, deviceScaleFactor: 1 };
/** What runs in a page was given this call by the loader that runs this file, and has to find it there. */
const NAMED = "globalThis.__name = (one) => one";
/** The README shows these three. */
const README = new Set(["preview", "why", "findings"]);

/** Of its own: a tab that comes to the front would close the side panel of the one behind it. */
const studio = await launchChromium();

for (const [language, words] of Object.entries(languages) as [keyof typeof languages, typeof english][]) {
  const into = `extension/store/${language}`;
  await mkdir(into, { recursive: true });
  const extension = language === "de" ? await germanExtension() : undefined;
  const site = await createSite({ port: 0 });
  const chromium = await launchChromium({ extension: extension?.folder ?? "dist/extension/chrome" });
  try {
    const page = await chromium.openTab(site.url);
    await page.setViewport(PAGE);
    const panel = await chromium.extension.openSidePanel(page);
    for (const one of [page, panel]) {
      await one.evaluateOnNewDocument(NAMED);
      await one.evaluate(NAMED);
    }
    const messages: Readonly<Record<string, { message: string }>> = words;
    const word = (key: string) => messages[key]?.message ?? key;
    for (const [at, { name, title, of, play }] of scenes.entries()) {
      await panel.setViewport(of === "panel" ? WIDE : PANEL);
      await play({ page, panel, url: site.url, word });
      const picture = await stage(studio.browser, {
        title: title[language],
        panel: await panel.screenshot(),
        ...(of === "page and panel" && { page: await page.screenshot() }),
      });
      const path = `${into}/${at + 1}-${name}.png`;
      await writeFile(path, picture);
      console.log(path);
      if (language === "en" && README.has(name)) await cp(path, `docs/${name}.png`);
    }
  } finally {
    await chromium.close();
    await site.close();
    await extension?.remove();
  }
}
await studio.close();
