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

/** Scrolls until so much of a slot stands at the lower edge of the window; 0: it is right below it. */
export const scrollTo = (page: Page, slot: string, share: number): Promise<void> =>
  page.evaluate(
    (id, most) => {
      const element = document.querySelector<HTMLElement>(`[data-fw-slot="${id}"]`);
      if (!element) throw new Error(`There is no slot ${id}.`);
      const { top, height } = element.getBoundingClientRect();
      scrollBy(0, top + height * most - innerHeight);
    },
    slot,
    share,
  );

/** Resolves once nothing of a slot is in view, for whoever watches it too. */
export const outOfView = (page: Page, slot: string): Promise<void> =>
  page.evaluate(
    (id) =>
      new Promise<void>((resolve) => {
        const element = document.querySelector(`[data-fw-slot="${id}"]`);
        if (!element) throw new Error(`There is no slot ${id}.`);
        const observer = new IntersectionObserver((entries) => {
          if (entries.at(-1)?.isIntersecting) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(element);
      }),
    slot,
  );
