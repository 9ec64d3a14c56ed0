import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { element, page as pageSeen } from "../../unit/findings/page.ts";
import { isBrowserThere } from "../drive/find.ts";
import { until } from "../drive/until.ts";
import { type Name, type Watched, watch } from "./panel.ts";

/** A page whose script arrives only once the extension has asked in vain. */
const LATE = `<!doctype html><meta charset="utf-8"><title>Late</title><div data-fw-slot="hero">Hello</div><script>
  document.addEventListener("forwhom:answer", () => fetch("/asked"), { once: true });
</script><script async src="/late.js"></script>`;

const { claim } = pageSeen({ slots: [element("hero", {})] }).observation;
const SCRIPT = `window.forwhom = { inspect: async () => (${JSON.stringify(claim)}) };`;

type Listening = { states?: string[] };

describe.skipIf(!(await isBrowserThere("chromium"))).each<Name>(["chromium", "firefox"])(
  "a page script that comes late in %s",
  (name) => {
    let server: Server;
    let origin: string;
    let watched: Watched;
    beforeAll(async () => {
      let waiting: ServerResponse | undefined;
      const release = () => {
        waiting?.writeHead(200, { "Content-Type": "text/javascript" }).end(SCRIPT);
        waiting = undefined;
      };
      server = createServer(({ url }, response) => {
        if (url === "/late.js") waiting = response;
        else if (url === "/asked") response.writeHead(204).end(release());
        else response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(LATE);
      });
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      watched = await watch(name, `${origin}/`);
    });
    afterAll(async () => {
      await watched?.close();
      server?.close();
      server?.closeAllConnections();
    });

    it("is waited for: the panel never says meanwhile that there is none", async () => {
      const { page, panel } = watched;
      await panel.evaluate(() => {
        const states: string[] = [];
        (globalThis as Listening).states = states;
        chrome.runtime.onMessage.addListener((message: { type?: string; state?: { is: string } }) => {
          if (message.type === "page" && message.state) states.push(message.state.is);
        });
      });
      await page.reload();
      const states = await until("the page is seen", async () => {
        const all = (await panel.evaluate(() => (globalThis as Listening).states)) ?? [];
        return all.includes("seen") && all;
      });
      expect(states).not.toContain("without Forwhom");
    });
  },
);
