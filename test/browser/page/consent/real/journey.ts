import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ConsentRules } from "../../../../../shared/library/consent.ts";
import { type Chromium, launchChromium } from "../../../drive/chromium.ts";
import { isBrowserThere } from "../../../drive/find.ts";
import { until } from "../../../drive/until.ts";
import type { Stand } from "../../slots/stand.ts";
import { type Manager, OPEN, serveBeside, type Visitor, visitorOf, wasAsked } from "./beside.ts";

/** How a site uses a consent manager, as code that runs in its page. */
export type Use = {
  readonly manager: () => Promise<Manager>;
  readonly consent: ConsentRules;
  /** What is in the page after the manager's scripts. */
  readonly rest?: string;
  /** Resolves once the manager has started. */
  readonly started: (visitor: Visitor) => Promise<unknown>;
  /** What is looked at of the device where the manager is asked: its own signal, and nothing of ours. */
  readonly signal?: readonly string[];
  /** The visitor agrees to everything. */
  readonly agree: string;
  /** The visitor takes it back. */
  readonly withdraw: string;
};

export type Journey = {
  readonly stand: () => Stand;
  readonly visitor: () => Visitor;
  readonly chromium: () => Chromium;
};

const isShut = (gates: object | undefined) =>
  gates !== undefined && Object.values(gates).every((state) => state !== "open");

/** What every consent manager has to go through with us, then what is particular about this one. */
export async function journey(name: string, use: Use, particular: (journey: Journey) => void): Promise<void> {
  describe.skipIf(!(await isBrowserThere("chromium")))(`a site with the real ${name}`, () => {
    let chromium: Chromium;
    let stand: Stand;
    let visitor: Visitor;
    beforeAll(async () => {
      chromium = await launchChromium();
      stand = await serveBeside(await use.manager(), use.consent, use.rest);
    });
    afterAll(async () => {
      await chromium?.close();
      await stand?.close();
    });
    beforeEach(async () => {
      stand.asked.length = 0;
      visitor = await visitorOf(chromium.browser, stand);
    });
    afterEach(() => visitor.end());

    const begin = async () => {
      await visitor.load();
      await use.started(visitor);
    };
    const agreed = async () => {
      await begin();
      await visitor.page.evaluate(use.agree);
      await visitor.known();
    };

    it("keeps everything shut before a choice, touches nothing and asks nobody", async () => {
      await begin();
      expect(isShut(await visitor.gates())).toBe(true);
      const { signal = [] } = use;
      expect((await visitor.touches()).filter((one) => !signal.includes(one))).toEqual([]);
      expect(wasAsked(stand)).toBe(false);
      expect(await visitor.hero()).toBe("Own");
    });

    it("comes alive at a yes, without a reload", async () => {
      await begin();
      await visitor.page.evaluate(use.agree);
      await until("every gate is open", async () => {
        const gates = await visitor.gates();
        return Object.values(gates ?? {}).every((state) => state === "open");
      });
      await visitor.known();
      expect(stand.asked.filter((path) => path === "/")).toHaveLength(1);
    });

    it("knows who comes back at once, and hears nothing else afterwards", async () => {
      await agreed();
      await begin();
      expect(await visitor.first()).toEqual(OPEN);
      expect(await visitor.gates()).toEqual(OPEN);
      expect(await visitor.isAsFirst()).toBe(true);
      expect(await visitor.hero()).toBe("For you");
    });

    it("shuts and falls back at a withdrawal, and erases what it covered", async () => {
      await agreed();
      await begin();
      expect(await visitor.hero()).toBe("For you");
      const { gates, hero } = await visitor.rightAfter(use.withdraw);
      expect(isShut(gates)).toBe(true);
      expect(hero).toBe("Own");
      expect(await visitor.kept()).toBe(null);
      await begin();
      expect(isShut(await visitor.first())).toBe(true);
      expect(await visitor.hero()).toBe("Own");
    });

    particular({ stand: () => stand, visitor: () => visitor, chromium: () => chromium });
  });
}
