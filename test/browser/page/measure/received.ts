import type { Page } from "puppeteer-core";
import type { Measured } from "../../../../sdk/page/measure/measured.ts";
import { waitingOn } from "../../../bench/delivery/forwhom.ts";
import { until } from "../../drive/until.ts";
import type { Stand } from "../slots/stand.ts";

/** The exposures and conversions that a stand received, each once: one may come twice, with the same id. */
export const eventsOf = ({ posted }: Stand): readonly Measured[] => {
  const events = (posted as readonly Measured[]).filter(({ type }) => /^(exposure|conversion)$/.test(type));
  return [...new Map(events.map((event) => [event.id, event])).values()];
};

/** Resolves once all that was measured is known to be received: leaving the page sends nothing again. */
export const nothingWaits = (page: Page): Promise<unknown> =>
  until("nothing waits to be sent", async () => (await waitingOn(page)) === 0);
