import type { Page } from "puppeteer-core";
import { newVisitor, type Visit } from "../visit.ts";

export type Heard = Visit & {
  /** Everything on the console but what the browser itself writes of a request that failed. */
  readonly said: readonly string[];
  /** Forgets what was said so far. */
  readonly forget: () => void;
};

/** What the browser itself writes of a request that failed; no script can keep it from that. */
const ITS_OWN = /^(\w+: )?(Failed to load (resource|module script)|Loading (module|failed))/;

/** Somebody who was never here, whose console is read to the last debug line. */
export async function heardVisitor(browser: Parameters<typeof newVisitor>[0]): Promise<Heard> {
  const visit = await newVisitor(browser);
  const said: string[] = [];
  visit.page.on("console", (message) => {
    if (!ITS_OWN.test(message.text())) said.push(`${message.type()}: ${message.text()}`);
  });
  return {
    ...visit,
    said,
    forget: () => {
      said.length = 0;
    },
  };
}

/** What went wrong that somebody could notice: errors, and more on the console than one debug line. */
export const noise = ({ errors, said }: Heard): readonly string[] => [
  ...errors.filter((line) => !ITS_OWN.test(line)),
  ...said.filter((line) => !line.startsWith("debug: ")),
  ...said.filter((line) => line.startsWith("debug: ")).slice(1),
];

/** Slots that somebody does not see: held, hidden, or empty. */
export const unseenOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-fw-slot]")]
      .filter((slot) => !slot.checkVisibility({ visibilityProperty: true }) || slot.innerText.trim() === "")
      .map((slot) => slot.getAttribute("data-fw-slot") ?? ""),
  );
