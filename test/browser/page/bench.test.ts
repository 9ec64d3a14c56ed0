import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedInCookies } from "../../bench/page/landing/cookies.ts";
import { library } from "../../bench/page/landing/library.ts";
import { publishForBench } from "../../bench/page/landing/script.ts";
import { serveLanding } from "../../bench/page/landing/serve.ts";
import { type Measured, measureRounds } from "../../bench/page/rounds.ts";
import { toRows } from "../../bench/page/rows.ts";
import { variants } from "../../bench/page/variants.ts";
import { type Chromium, launchChromium } from "../drive/chromium.ts";
import { isBrowserThere } from "../drive/find.ts";

describe.skipIf(!(await isBrowserThere("chromium")))("the bench of the page", () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium();
  });
  afterAll(() => chromium?.close());

  // GrowthBook is not among them: only who measures it installs it.
  it("compares first and later visits with the page alone and with a swap by hand", async () => {
    const { scripts, answers } = await publishForBench(library);
    const landing = await serveLanding({
      scripts,
      answers,
      cookies: signedInCookies(new Date()),
    });
    try {
      const parts: number[] = [];
      const measured = await measureRounds({
        browser: chromium.browser,
        url: landing.url,
        variants: variants.filter(({ name }) => !name.startsWith("growthbook")),
        cpus: [1],
        loads: 2,
        tell: (part) => parts.push(part),
      });
      const bytes = Object.values(scripts).reduce((sum, text) => sum + brotliCompressSync(text).length, 0);
      const isCold = ({ variant }: Measured) => variant.asks !== undefined;
      // On a busy machine the answer may come too late for this view, so not all need have swapped.
      const firstVisits = measured.filter(isCold).flatMap(({ loads }) => loads);
      const asked = { asked: expect.arrayContaining(["/forwhom/membership"]), scriptBytes: bytes };
      expect(firstVisits).toMatchObject([asked, asked]);

      const rows = toRows(measured.filter((one) => !isCold(one)));
      expect(rows).toMatchObject([
        { variant: "no sdk", defaultSeen: 2, variationSeen: 0, scriptBytes: 0 },
        { variant: "inline swap", variationSeen: 2 },
        { variant: "forwhom warm", defaultSeen: 0, variationSeen: 2, cls: 0, scriptBytes: bytes },
      ]);
      expect(rows[2]?.scriptMs).toBeGreaterThan(0);
      expect(parts).toHaveLength(12);
      expect(parts.at(-1)).toBe(1);
    } finally {
      await landing.close();
    }
  }, 120_000);
});
