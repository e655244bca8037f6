import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { violations } from "./accessibility.js";
import { sidewaysScroll, useBrowser } from "./browser.js";
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
  "the published examples": "why/published-examples.html",
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
      expect({ scheme, width, found: await violations(open), sideways: await sidewaysScroll(open) }).toEqual({
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
