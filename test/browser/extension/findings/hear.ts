import type { Page } from "puppeteer-core";
import { find } from "../../../../shared/findings/find.ts";
import type { Observation } from "../../../../shared/protocol/observation.ts";
import { until } from "../../drive/until.ts";

type Listening = { heard?: Observation };

/** Hears in the panel what the background tells it of the page. */
export const listen = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    chrome.runtime.onMessage.addListener((message: { state?: { observation?: Observation } } | undefined) => {
      if (message?.state?.observation) (globalThis as unknown as Listening).heard = message.state.observation;
    });
  });

/** The first observation of which something is true. */
export const heard = (
  panel: Page,
  what: string,
  is: (observation: Observation) => unknown,
): Promise<Observation> =>
  until(what, async () => {
    const observation = await panel.evaluate(() => (globalThis as unknown as Listening).heard);
    return observation && is(observation) ? observation : undefined;
  });

/** What is wrong with a page at the moment when it was observed. */
export const foundIn = (observation: Observation): readonly string[] =>
  find({ observation, now: observation.watched.at }).map(({ id }) => id);

/** Whether nothing about consent has changed for so long that every check can tell. */
export const hasSettled = ({ watched: { at, loaded, consent } }: Observation): boolean =>
  at - Math.max(loaded, consent.at(-1)?.at ?? at) > 3_000;
