import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { findings } from "./accessibility.js";
import { sidewaysScroll, useBrowser } from "./browser.js";
import { CALM, shiftsSince, watchShifts } from "./layout-shift.js";
import { serve, type Served } from "./serve.js";

// The docs site as `npm run docs` builds it, served from a folder below the host's root, as a project's pages are.

const browser = useBrowser();
let served: Served;

beforeAll(async () => {
  served = await serve(fileURLToPath(new URL("../../docs", import.meta.url)));
});

afterAll(async () => {
  await served.close();
});

const at = (page: string): string => `${served.origin}/site/${page}`;

const kinds = {
  "the first page": "index.html",
  "a story": "stories/three-teams.html",
  "a guide with tables": "guide/plan.html",
  "the gallery": "guide/gallery.html",
  "the published examples": "why/published-examples.html",
  "every code": "guide/codes.html",
  "a guide of one heading": "recipes/holidays.html",
  "an example": "examples/net-new-mrr.html",
  "a verb": "api/functions/reverse-funnel.solve.html",
  "an answer's type": "api/interfaces/reverse-funnel.Target.html",
};

/** Each scheme and each width once; the pages are of one style. */
const looks = [
  { scheme: "light", width: 1280 },
  { scheme: "dark", width: 360 },
] as const;

test.each(Object.entries(kinds))(
  "%s shuts nobody out and scrolls in one direction, light and dark, wide and narrow",
  async (_, page) => {
    const { page: open, requests } = await browser.open(at(page));
    await open.locator("#tsd-nav-container a").first().waitFor({ state: "attached" });
    for (const { scheme, width } of looks) {
      await open.emulateMedia({ colorScheme: scheme });
      await open.setViewportSize({ width, height: 800 });
      expect({ scheme, width, found: await findings(open), sideways: await sidewaysScroll(open) }).toEqual({
        scheme,
        width,
        found: [],
        sideways: 0,
      });
    }
    expect(requests.filter((address) => !address.startsWith(`${served.origin}/site/`))).toEqual([]);
  },
);

describe("the first page", () => {
  test.each([1280, 360])("shows the way to the calculator without scrolling, %d wide", async (width) => {
    const { page } = await browser.open(at("index.html"), { width, height: 700 });
    const button = page.getByRole("link", { name: "Get your daily number" });
    const box = await button.boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(700);
    await button.click();
    expect(page.url()).toBe(at("calculator/index.html"));
  });
});

describe("a plan in tabs", () => {
  const panels = (page: Page) =>
    page
      .locator(".tabs")
      .first()
      .locator(".tab")
      .evaluateAll((all) => all.map((each) => each.checkVisibility()));

  test("is chosen by keyboard, and the choice stays on the next page", async () => {
    const { page } = await browser.open(at("stories/the-drive.html"));
    const tab = (name: string) => page.locator(".tabs").first().getByRole("tab", { name });
    expect(await panels(page)).toEqual([true, false, false]);
    await tab("YAML").focus();
    await page.keyboard.press("ArrowRight");
    expect(await panels(page)).toEqual([false, true, false]);
    expect(await tab("TypeScript").evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press("End");
    expect(await panels(page)).toEqual([false, false, true]);
    await page.keyboard.press("ArrowRight");
    expect(await panels(page)).toEqual([true, false, false]);
    await tab("TypeScript").click();
    await page.goto(at("stories/three-teams.html"));
    expect((await panels(page)).slice(0, 2)).toEqual([false, true]);
  });

  test("is all there on paper", async () => {
    const { page } = await browser.open(at("stories/the-drive.html"), { media: "print" });
    expect(await panels(page)).toEqual([true, true, true]);
    expect(await page.locator(".tab-name").first().isVisible()).toBe(true);
    expect(await page.getByRole("tablist").first().isVisible()).toBe(false);
  });

  test("is all there where no script runs", async () => {
    const { page } = await browser.open(at("stories/the-drive.html"));
    const html = await page.evaluate(async () => (await fetch(location.href)).text());
    const without = html.replaceAll(/<script[\s\S]*?<\/script>/g, "");
    await page.setContent(without);
    expect(await panels(page)).toEqual([true, true, true]);
  });

  test("opens in the calculator", async () => {
    const { page } = await browser.open(at("stories/the-drive.html"));
    await page.getByRole("link", { name: "Open this plan in the calculator" }).first().click();
    await page.waitForURL(/calculator\/index\.html#v1\./);
    // As the story says: 843 prospects.
    await expect.poll(() => page.locator("main").textContent()).toContain("843");
  });
});

describe("nothing moves while a page is read", () => {
  test.each([1280, 390])("%d wide", async (width) => {
    const { page } = await browser.open(at("index.html"), { width });
    await watchShifts(page);
    for (const name of ["index.html", "stories/the-drive.html", "guide/gallery.html", "guide/plan.html"]) {
      await page.goto(at(name));
      expect(await shiftsSince(page), name).toBeLessThanOrEqual(CALM);
    }
  });
});

test("the first page's picture follows its sliders", async () => {
  const { page } = await browser.open(at("index.html"));
  const picture = page.locator(".live-picture");
  expect(await picture.textContent()).toContain("30");
  await page.getByLabel("Demos you close").focus();
  await page.keyboard.press("End");
  // By hand: 15 wins at 90% are 16.7, so 17 demos.
  await expect.poll(() => picture.textContent()).toContain("17");
  expect(await page.locator(".live output").last().textContent()).toBe("90%");
});

describe("the reader", () => {
  test("chooses a scheme, and the page with its pictures follows", async () => {
    const { page } = await browser.open(at("index.html"));
    await page.getByText("Settings").click();
    await page.getByLabel("Theme").selectOption("dark");
    const scheme = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).colorScheme);
    expect([await scheme("html"), await scheme("main img")]).toEqual(["dark", "dark"]);
  });

  test("finds a guide and a verb by a word, with nothing but the site's own files", async () => {
    const { page } = await browser.open(at("index.html"));
    await page.getByRole("button", { name: "Search" }).click();
    await page.keyboard.type("buffer");
    await expect.poll(() => page.locator("#tsd-search-results a").count()).toBeGreaterThan(0);
    await page.locator("#tsd-search-results a", { hasText: "buffer" }).first().click();
    expect(page.url()).toContain("buffer");
  });

  test("opens the navigation on a phone", async () => {
    const { page } = await browser.open(at("guide/plan.html"), { width: 360 });
    await page.locator("#tsd-toolbar-menu-trigger").click();
    const link = page.getByRole("link", { name: "Three teams, one goal" });
    await link.click();
    await page.waitForURL(/three-teams/);
  });
});
