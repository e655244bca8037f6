import type { Page } from "playwright-core";

/** What a browser's layout-shift entry has beside what each entry has. */
interface Shift {
  readonly hadRecentInput: boolean;
  readonly value: number;
}

declare global {
  interface Window {
    shifted?: number;
  }
}

/** Begins to add up by how much a page moves by itself, from its next load on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { hadRecentInput, value } = entry as PerformanceEntry & Shift;
        if (!hadRecentInput) window.shifted = (window.shifted ?? 0) + value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** By how much the page has moved by itself since it was loaded, or since this was asked last. */
export async function shiftsSince(page: Page): Promise<number> {
  // What is about to move has moved by then.
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    const { shifted = 0 } = window;
    window.shifted = 0;
    return shifted;
  });
}

/** What moves more than this is seen to move. */
export const CALM = 0.02;
