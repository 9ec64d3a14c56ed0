import type { Page } from "puppeteer-core";

/** By default so much of a slot has to be in view for so long. */
export const SHARE = 0.5;

/**
 * Somebody looks at a slot: resolves once so much of it has been in view for so long, by the page's own
 * clock, without a break.
 */
export const lookAt = (page: Page, slot: string, forMs: number, share = SHARE): Promise<void> =>
  page.evaluate(
    (id, most, ms) =>
      new Promise<void>((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const element = document.querySelector(`[data-fw-slot="${id}"]`);
        if (!element) throw new Error(`There is no slot ${id}.`);
        const observer = new IntersectionObserver(
          (entries) => {
            clearTimeout(timer);
            // Not what the browser calls intersecting: below the threshold too, in some.
            if ((entries.at(-1)?.intersectionRatio ?? 0) < most) return;
            timer = setTimeout(() => {
              observer.disconnect();
              resolve();
            }, ms);
          },
          { threshold: most },
        );
        observer.observe(element);
      }),
    slot,
    share,
    forMs,
  );
