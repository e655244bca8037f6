import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";

import { forecast } from "../../src/forecast/forecast.js";
import type { PlanInput } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { toHtml } from "../../src/report/html/to-html.js";
import { planReport } from "../../src/report/plan-report.js";
import { solve } from "../../src/solve/solve.js";
import { bestChange } from "../../src/track/best-change.js";
import { replan } from "../../src/track/replan.js";
import { changesSince } from "../../src/track/since.js";
import { track } from "../../src/track/track.js";
import { levers } from "../../src/sensitivity/levers.js";
import { parsePlanYaml } from "../../src/yaml/parse-plan-yaml.js";
import { readYaml } from "../../src/yaml/read-yaml.js";
import { findings } from "./accessibility.js";
import { sidewaysScroll, useBrowser } from "./browser.js";

const browser = useBrowser();

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

function pageOf(plan: PlanInput, snapshot?: Snapshot, then?: Snapshot): string {
  const progress =
    snapshot === undefined
      ? undefined
      : {
          ...{ snapshot, track: track(plan, snapshot), forecast: forecast(plan, snapshot) },
          ...{ replan: replan(plan, snapshot), change: bestChange(plan, snapshot) },
          since: then === undefined ? undefined : changesSince(track(plan, snapshot), track(plan, then)),
        };
  return toHtml(planReport({ answer: solve(plan), levers: levers(plan), progress }, { calendar: true }));
}

const file = (path: string) => readFileSync(new URL(`../../examples/${path}`, import.meta.url), "utf8");
const example = (name: string) => parsePlanYaml(file(`${name}/plan.yaml`));
const snapshotOf = (path: string) => readYaml(file(path)).data as Snapshot;

const pages = {
  "one number": pageOf(example("net-new-mrr")),
  "three channels": pageOf(example("marketing-channels")),
  "out of reach": pageOf(example("enterprise")),
  "people by name": pageOf(example("ramp")),
  "under way": pageOf(example("the-drive"), snapshotOf("the-drive/snapshot.yaml")),
  "week by week": pageOf(example("weekly-check-in"), snapshotOf("weekly-check-in/after-4-weeks.yaml")),
  "since an earlier look": pageOf(example("the-drive"), snapshotOf("the-drive/snapshot.yaml"), {
    ...{ asOf: "2026-01-16", entered: { prospect: 150, reached: 20 }, pipeline: { reached: 20 } },
  }),
};

/** The font size in pixels of every text that is seen, in pictures as they are drawn; and where it begins. */
async function textSizes(page: Page): Promise<{ text: string; size: number; top: number }[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (element === null || text === "" || element.getClientRects().length === 0) continue;
      const svg = element.closest("svg");
      const scale = svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const size = parseFloat(getComputedStyle(element).fontSize) * scale;
      found.push({ text, size, top: element.getBoundingClientRect().top });
    }
    return found;
  });
}

describe("a report", () => {
  test.each(Object.entries(pages))("(%s) is read on a desk and on a phone", async (name, html) => {
    const { page, requests } = await browser.show(html, DESK);
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      expect(await sidewaysScroll(page)).toBe(0);
      const sizes = await textSizes(page);
      expect(Math.min(...sizes.map((each) => each.size))).toBeGreaterThan(9);
      if (name === "out of reach") continue;
      // The eye finds the daily number first: nothing is larger, and it is seen without scrolling.
      const largest = sizes.reduce((one, other) => (other.size > one.size ? other : one));
      expect(largest.text).toBe(await page.textContent(".figures b"));
      expect(largest.top).toBeLessThan(300);
    }
    expect(requests).toHaveLength(1);
  });

  test("says first why a goal is out of reach, and what would help", async () => {
    const { page } = await browser.show(pages["out of reach"], PHONE);
    const headings = await page.locator("h2").allTextContents();
    expect(headings.slice(0, 4)).toEqual([
      "Goal",
      "Why it is out of reach",
      "Best reachable goal",
      "Any one of these changes is enough",
    ]);
  });

  test.each(["three channels", "under way"] as const)("(%s) shuts nobody out", async (name) => {
    const { page } = await browser.show(pages[name], DESK);
    expect(await findings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize(PHONE);
    expect(await findings(page)).toEqual([]);
  });

  test("goes with a dark screen, and is light on paper", async () => {
    const { page } = await browser.show(pages["under way"], { scheme: "dark" });
    const colours = () =>
      page.evaluate(() => [
        getComputedStyle(document.body).backgroundColor,
        getComputedStyle(document.querySelector("figure .rf-paper") ?? document.body).fill,
      ]);
    expect(await colours()).toEqual(["rgb(20, 24, 29)", "rgb(20, 24, 29)"]);
    await page.emulateMedia({ media: "print" });
    expect(await colours()).toEqual(["rgb(255, 255, 255)", "rgb(255, 255, 255)"]);
  });
});

describe("on paper", () => {
  // The paper without the page's margins of 15 mm, at 96 pixels an inch.
  const px = (millimetres: number) => Math.floor((millimetres / 25.4) * 96);
  const papers = [
    ["A4", px(180), px(267)],
    ["Letter", px(186), px(249)],
  ] as const;

  test.each(papers)("%s holds every picture and every table whole", async (format, width, height) => {
    const { page } = await browser.show(pages["three channels"], { width, height, media: "print" });
    for (const name of ["three channels", "under way"] as const) {
      await page.setContent(pages[name]);
      expect(await sidewaysScroll(page)).toBe(0);
      const tooLarge = await page.evaluate(
        ([most, tallest]) =>
          Array.from(document.querySelectorAll("svg, table"))
            .map((each) => ({ is: each.tagName, rect: each.getBoundingClientRect() }))
            // The white around a picture hangs over.
            .filter(
              ({ is, rect }) =>
                rect.width > most * (is === "svg" ? 1.061 : 1) || (is === "svg" && rect.height > tallest),
            )
            .map(({ is, rect }) => `${is} ${rect.width} × ${rect.height}`),
        [width, height] as const,
      );
      expect(tooLarge).toEqual([]);
      const pdf = (await page.pdf({ format })).toString("latin1");
      const sheets = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
      expect(sheets.length).toBeGreaterThan(1);
      expect(sheets.length).toBeLessThan(12);
    }
  });
});

const ON_THEIR_WAY = ["under way", "week by week", "since an earlier look"] as const;

describe("the first page of a plan on its way", () => {
  const px = (millimetres: number) => Math.floor((millimetres / 25.4) * 96);
  const papers = [
    ["A4", px(180), px(267)],
    ["Letter", px(186), px(249)],
  ] as const;

  test.each(papers)("is one sheet of %s, and the appendix begins the next", async (_, width, height) => {
    for (const name of ON_THEIR_WAY) {
      const { page } = await browser.show(pages[name], { width, height, media: "print" });
      const top = await page.locator(".appendix").evaluate((part) => part.getBoundingClientRect().top);
      expect(top).toBeGreaterThan(height / 2);
      expect(top).toBeLessThanOrEqual(height);
      const before = await page.locator(".appendix").evaluate((part) => getComputedStyle(part).breakBefore);
      expect(before).toBe("page");
    }
  });

  test("cuts no table and sets no label on another, on a phone either", async () => {
    for (const name of ON_THEIR_WAY) {
      const { page } = await browser.show(pages[name], { width: 390, height: 844 });
      const found = await page.evaluate(() => {
        const appendix = document.querySelector(".appendix");
        const isOnPage = (each: Element) => appendix?.contains(each) === false;
        const tables = Array.from(document.querySelectorAll(".scroll")).filter(isOnPage);
        const cut = tables.filter((each) => each.scrollWidth > each.clientWidth).length;
        const labels = Array.from(document.querySelectorAll("figure"))
          .filter((each) => isOnPage(each) && each.getClientRects().length > 0)
          .flatMap((figure) => {
            const boxes = Array.from(figure.querySelectorAll("text"))
              .map((each) => each.getBoundingClientRect())
              .filter(({ width }) => width > 0);
            return boxes.flatMap((one, index) =>
              boxes
                .slice(index + 1)
                .filter(
                  (other) =>
                    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
                    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4,
                ),
            );
          });
        return { cut, tables: tables.length, overlaps: labels.length };
      });
      const tables = name === "since an earlier look" ? 2 : 1;
      expect({ name, ...found }).toEqual({ name, cut: 0, tables, overlaps: 0 });
    }
  });
});

describe("names are text in a browser too", () => {
  const names = [
    "<img src=x onerror=alert(1)>",
    "</style><script>alert(2)</script>",
    "</title></svg><svg onload=alert(3)>",
    `"'><a href="javascript:alert(4)">`,
    "=cmd|' /C calc'!A0",
    "abc\u202Egpj.exe",
    "مكالمة أولى",
    "<!--",
    "url(http://192.0.2.1/x.png)",
    "a".repeat(10_000),
  ];
  const [first = "", ...rest] = names;
  const plan: PlanInput = {
    name: rest[0],
    goal: { metric: "units", amount: 1_000, unit: first, period: "2026-01" },
    deal: { value: 100, owner: rest[1], upsells: [{ name: first, rate: "10%", value: 5 }] },
    funnel: [
      {
        stage: first,
        rate: "50%",
        owner: rest[2],
        minutes: 10,
        sources: rest.map((name, index) => ({
          channel: `${name} ${index}`,
          ...(index === 0 ? { rest: true as const } : { share: "5%" }),
          funnel: [
            {
              stage: name,
              rate: "20%",
              owner: name,
              cost: 2,
              activities: [{ name, minutes: 5, owner: name }],
            },
          ],
        })),
      },
    ],
    teams: Object.fromEntries(
      names.map((name) => [name, { people: [{ name: `${name}1` }], minutesPerDay: 400 }]),
    ),
  };
  const html = pageOf(plan, { asOf: "2026-01-16", entered: { [first]: 2 }, won: 1 });

  test("nothing runs, nothing is asked for, nothing is wider than the page", async () => {
    // Without its policy the page has only its escaping to rely on.
    const bare = html.replace(/<meta http-equiv[^>]*>/, "");
    expect(bare).not.toBe(html);
    for (const shown of [html, bare]) {
      const { page, requests } = await browser.show(shown, PHONE);
      expect(await sidewaysScroll(page)).toBe(0);
      await page.setViewportSize(DESK);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(requests).toHaveLength(1);
      expect(
        await page.locator("main :is(img, script, a, iframe, [onerror], [onload], [href])").count(),
      ).toBe(0);
    }
  });

  test("each is found as it was written, but for what would turn its line around, and too much of it", async () => {
    const { page } = await browser.show(html, DESK);
    const text = await page.evaluate(() => document.body.innerText);
    const shown = names.map((name) => name.replace("\u202E", "\\u202e")).slice(0, -1);
    expect(shown.filter((name) => !text.includes(name))).toEqual([]);
    expect(text).toContain(`${"a".repeat(239)}…`);
    expect(await page.title()).toBe(rest[0]);
  });
});
