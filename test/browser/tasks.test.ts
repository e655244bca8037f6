import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { useBrowser } from "./browser.js";
import { serve, type Served } from "./serve.js";
import { walkByKeys, walkByMouse, type GivenFile, type Walk } from "./walk.js";

// What a manager comes for, from the first page of the site as `npm run docs` builds it, without a terminal: with a mouse on
// a desk, and with the keys alone on a page as narrow as a phone. Every act is counted.

const MOST_STEPS = 8;
/** From stop to stop with Tab takes its time on a busy machine. */
const TIME = 300_000;

const browser = useBrowser();
let served: Served;

beforeAll(async () => {
  served = await serve(fileURLToPath(new URL("../../docs", import.meta.url)));
});

afterAll(async () => {
  await served.close();
});

const example = (path: string, mimeType: string): GivenFile => ({
  name: path.split("/").at(-1) ?? path,
  mimeType,
  buffer: readFileSync(new URL(`../../examples/${path}`, import.meta.url)),
});

/** The plan and the export of a team that wants four customers in January. */
const MONDAY = ["plan.yaml", "map.yaml", "deals.csv"].map((name) =>
  example(`monday/${name}`, name.endsWith("csv") ? "text/csv" : "text/plain"),
);

/** The first link in the first page's text that leads to the calculator. */
async function toCalculator({ page, press }: Walk): Promise<void> {
  await press(page.locator('.col-content a[href="calculator/index.html"]').first(), "to the calculator");
  await page.getByRole("heading", { level: 1, name: "From your goal to today’s work" }).waitFor();
}

async function toPart({ page, press }: Walk, name: string): Promise<void> {
  const parts = page.getByRole("navigation", { name: "Parts of this page" });
  await press(parts.getByRole("link", { name }), `to “${name}”`);
}

async function begin(walk: Walk, label: string): Promise<void> {
  await walk.choose(walk.page.getByLabel("Begin with an example"), label, `begin with “${label}”`);
  await walk.page.getByText(`“${label}” is open.`).waitFor();
}

/** Plan and export at once: the page then tells how it goes. */
async function giveMonday(walk: Walk): Promise<void> {
  await walk.give(walk.page.locator("#file"), MONDAY, "choose plan, map and export");
  await walk.page.getByRole("heading", { name: "Will we make it?" }).waitFor();
}

const daily = async (page: Page): Promise<string> =>
  (await page.locator(".daily-line").first().innerText()).replace(/\s+/g, " ");

/** A task, by what its walker wants. */
const TASKS: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  "Monday: see from an export how it goes": async (walk) => {
    await toCalculator(walk);
    await giveMonday(walk);
    // Four customers are the goal, and one of the export's deals was won.
    await expect.poll(() => walk.page.locator(".told-place").innerText()).toContain("chance of the goal");
  },
  "Monday: see who needs help": async (walk) => {
    await toCalculator(walk);
    await giveMonday(walk);
    await walk.press(walk.page.getByLabel("Name people"), "name people");
    await walk.page.getByRole("heading", { name: "People and their shares" }).waitFor();
    await expect.poll(() => walk.page.locator(".told-place").innerText()).toContain("Ben");
  },
  "Monday: change the goal": async (walk) => {
    await toCalculator(walk);
    await giveMonday(walk);
    await toPart(walk, "Plan");
    await walk.write(walk.page.getByLabel("How much", { exact: true }), "6", "write the new goal");
    await toPart(walk, "This week");
    await expect.poll(() => walk.page.locator(".told-place").innerText()).toContain("6 ");
  },
  "Monday: compare two scenarios": async (walk) => {
    await toCalculator(walk);
    await giveMonday(walk);
    await toPart(walk, "What if");
    await walk.press(walk.page.getByRole("button", { name: /^The rate of "meeting"/ }), "press a lever");
    await walk.page.getByRole("heading", { name: "Side by side" }).waitFor();
  },
  "Monday: send the report": async (walk) => {
    await toCalculator(walk);
    await giveMonday(walk);
    await toPart(walk, "Take along");
    await walk.page.locator(".report").getByRole("heading", { name: "Will we make it?" }).waitFor();
    const [download] = await Promise.all([
      walk.page.waitForEvent("download"),
      walk.press(walk.page.getByRole("button", { name: /^Report as a page/ }), "keep the report"),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("Will we make it?");
  },
  "plan net new MRR": async (walk) => {
    await toCalculator(walk);
    const { page } = walk;
    await walk.write(page.getByLabel("How much", { exact: true }), "20000", "write the goal");
    await walk.write(page.getByLabel("What one win is worth"), "2000", "write what a win is worth");
    await walk.write(page.getByLabel("Customers that will leave"), "4", "write how many leave");
    // 10 wins make the goal and 4 make up for those who leave; half of the demos are won: 28 in a month.
    await expect.poll(() => page.locator(".daily-note").first().innerText()).toContain("28");
  },
  "plan an agency": async (walk) => {
    await toCalculator(walk);
    await begin(walk, "Retainers of an agency");
    await walk.write(walk.page.getByLabel("How much", { exact: true }), "30000", "write the goal");
    await walk.page.locator(".answer:not(.stale) .daily").first().waitFor();
  },
  "plan a commission": async (walk) => {
    await toCalculator(walk);
    const { page } = walk;
    await walk.choose(page.getByLabel("What you want more of"), "My commission", "want commission");
    await walk.write(page.getByLabel("How much", { exact: true }), "3000", "write how much");
    await walk.write(page.getByLabel("Commission", { exact: false }).last(), "10%", "write the share");
    // 3,000 is 30 wins at 10% of 1,000, and half of the demos are won: 60.
    await expect.poll(() => page.locator(".daily-note").first().innerText()).toContain("60");
  },
  "plan hiring": async (walk) => {
    await toCalculator(walk);
    await begin(walk, "People to hire");
    await walk.write(walk.page.getByLabel("How much", { exact: true }), "3", "write how many");
    // 3 ÷ 75% = 4 offers, ÷ 40% = 10, ÷ 25% = 40, ÷ 10% = 400 applications.
    await expect.poll(() => walk.page.locator(".daily-note").first().innerText()).toContain("400");
  },
  "plan a quarter of several teams": async (walk) => {
    await toCalculator(walk);
    await begin(walk, "1. Net new MRR across three teams");
    const { page } = walk;
    await walk.choose(page.getByLabel("Kind of period"), "a quarter", "want a quarter");
    await expect.poll(() => page.getByLabel("Quarter, such as 2026-Q1").count()).toBe(1);
    await expect.poll(() => daily(page)).toMatch(/demo requests? a day/);
    await expect.poll(() => page.locator(".stage-table").innerText()).toContain("sales");
  },
};

const WAYS = [
  ["with a mouse", walkByMouse, 1280],
  ["with the keys alone, on 390 pixels", walkByKeys, 390],
] as const;

describe.each(WAYS)("%s", (_, walkOn, width) => {
  test.each(Object.entries(TASKS))(
    "%s",
    async (task, walkThrough) => {
      const { page } = await browser.open(`${served.origin}/site/index.html`, { width, height: 844 });
      const walk = walkOn(page);
      await walkThrough(walk);
      console.log(`${task}: ${walk.steps.length} steps: ${walk.steps.join(", ")}`);
      expect(walk.steps.length).toBeLessThanOrEqual(MOST_STEPS);
    },
    TIME,
  );
});
