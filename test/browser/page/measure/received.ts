import type { Page } from "puppeteer-core";
import type { Measured } from "../../../../sdk/page/measure/measured.ts";
import { waitingOn } from "../../../bench/delivery/forwhom.ts";
import { until } from "../../drive/until.ts";
import type { Stand } from "../slots/stand.ts";

/** What the endpoint of a stand received, each event once: it may come twice, with the same id. */
export const eventsOf = ({ posted }: Stand): readonly Measured[] => [
  ...new Map((posted as readonly Measured[]).map((event) => [event.id, event])).values(),
];

/** Resolves once all that was measured is known to be received: leaving the page sends nothing again. */
export const nothingWaits = (page: Page): Promise<unknown> =>
  until("nothing waits to be sent", async () => (await waitingOn(page)) === 0);
