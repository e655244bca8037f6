import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";

import { fromFragment } from "../../docs/calculator/address/address.js";
import { withValue } from "../../docs/calculator/state/plan-document.js";
import { sidewaysScroll } from "./browser.js";
import { expectDaily, focused, STORY, useCalculator } from "./calculator-page.js";

const calculator = useCalculator();

describe("someone who types", () => {
  test("the first story gets 15 wins, 30 demo requests, 2 a day, and asks no one else for it", async () => {
    const { page, requests } = await calculator.open();
    await page.getByRole("button", { name: "Start empty" }).click();
    const asked = requests.length;
    await page.getByLabel("What you want more of").selectOption("net-new-mrr");
    await page.getByLabel("How much").pressSequentially("10000");
    await page.getByLabel("Month", { exact: true }).fill("2026-01");
    await page.getByLabel("What one win is worth").pressSequentially("1000");
    await page.getByLabel("Customers that will leave").pressSequentially("5");
    await page.getByRole("textbox", { name: /^Stage/ }).pressSequentially("demo request");
    await page.getByLabel("How many go on").pressSequentially("50%");
    await page.getByRole("combobox", { name: /^Who does it/ }).pressSequentially("marketing");

    await expectDaily(page, "2 demo requests a day");
    await expect.poll(() => page.locator(".daily .owner").innerText()).toBe("marketing");
    const rows = await page.locator(".stage-table tbody tr").allInnerTexts();
    expect(rows.map((row) => row.replace(/: why\?/g, "").split(/\s+/))).toMatchObject([
      expect.arrayContaining(["30", "7", "2"]),
      expect.arrayContaining(["15", "4", "1"]),
    ]);
    await expect
      .poll(() => page.locator(".picture [data-path]").allTextContents())
      .toEqual(expect.arrayContaining(["10,000", "15", "30", "2"]));
    expect(requests.length).toBe(asked);
  });

  test("10,000 with a comma means ten thousand here, and says so when the field is left", async () => {
    const { page } = await calculator.open(STORY);
    const amount = page.getByLabel("How much");
    await amount.fill("10,000");
    await expect.poll(() => amount.inputValue()).toBe("10,000");
    await amount.blur();
    await expect.poll(() => amount.inputValue()).toBe("10000");
    await expectDaily(page, "2 demo requests a day");
  });

  test("25 for a rate is told beside the field to write 25%, and keeps the last answer until it is right", async () => {
    const { page } = await calculator.open(STORY);
    await expectDaily(page, "2 demo requests a day");
    const rate = page.getByLabel("How many go on");
    await rate.fill("25");
    const described = await rate.getAttribute("aria-describedby");
    await expect
      .poll(() => page.locator(`#${described ?? "none"}`).innerText())
      .toBe('Write "25%". Expected: a rate from 0 to 1 (included).');
    await expect.poll(() => rate.getAttribute("aria-invalid")).toBe("true");
    await expect
      .poll(() => page.locator(".stale-note").innerText())
      .toContain("The answer to what stood here before.");
    await expectDaily(page, "2 demo requests a day");

    await rate.fill("25%");
    // 15 wins ÷ 25% = 60; 60 ÷ 22 working days is 2.7, rounded up.
    await expectDaily(page, "3 demo requests a day");
    await expect.poll(() => page.locator(".problem, .stale-note").count()).toBe(0);
    await expect.poll(() => rate.getAttribute("aria-invalid")).toBeNull();
  });

  test("keeps the place in the field while the answers come in", async () => {
    const { page } = await calculator.open(STORY);
    const stage = page.getByRole("textbox", { name: /^Stage/ });
    await stage.focus();
    await page.keyboard.press("Home");
    await page.keyboard.type("new ");
    await expect.poll(() => stage.inputValue()).toBe("new demo request");
    await expectDaily(page, "2 new demo requests a day");
  });

  test("a plan that cannot be met is told why, and applies a way out", async () => {
    const { page } = await calculator.open({
      ...STORY,
      funnel: [{ stage: "demo request", rate: "50%", available: 20 }],
    });
    // 20 requests are 10 wins; 5 of them only make up for churn: 5,000 can be reached.
    const reasons = page.locator(".out-of-reach");
    await reasons.getByText('"demo request" needs 30 units, and only 20 are available: 10 short.').waitFor();
    await reasons.getByRole("button", { name: "Apply Lower the goal from 10,000 to 5,000." }).click();
    await page.getByText("Done: Lower the goal").waitFor();
    await expect.poll(() => reasons.count()).toBe(0);
    await expect.poll(() => page.getByLabel("How much").inputValue()).toBe("5000");
    await expectDaily(page, "1 demo request a day");
    await page.goBack();
    await expect.poll(() => page.getByLabel("How much").inputValue()).toBe("10000");
  });

  test("opens short, and says without a script what it needs", async () => {
    const { page } = await calculator.open();
    await expectDaily(page, "2 demo requests a day");
    await expect.poll(() => page.getByLabel("Customers on the first day").count()).toBe(0);
    await expect.poll(() => page.locator("form details[open]").count()).toBe(0);
    const html = readFileSync(join(calculator.folder(), "index.html"), "utf8");
    expect(html).toContain("needs JavaScript, and a web server");
    await expect.poll(() => page.locator(".not-yet").count()).toBe(0);
  });

  test("a new plan is folded whatever was open in the last, and a phone sees what it still needs", async () => {
    const { page } = await calculator.open(STORY, { width: 360, height: 740 });
    await expectDaily(page, "2 demo requests a day");
    await page.getByText("More about them").click();
    await expect.poll(() => page.getByLabel("Customers on the first day").count()).toBe(1);
    await page.getByRole("button", { name: "Start empty" }).click();
    await expect.poll(() => page.locator(".glance").innerText()).toBe("3 fields are still needed.");
    await expect.poll(() => page.locator("form details[open]").count()).toBe(0);
    await expect.poll(() => focused(page)).toBe("at-goal-metric");
  });

  test("chooses a starter, a channel and people, and every part has its fields", async () => {
    const { page } = await calculator.open();
    await page.getByLabel("Begin with an example").selectOption({ label: "Software by subscription" });
    await page.getByText("“Software by subscription” is open.").waitFor();
    await expect.poll(() => page.locator(".daily").count()).toBe(2);
    await expect.poll(() => page.getByLabel("Channel", { exact: true }).count()).toBe(2);
    await page.getByText("People", { exact: true }).click();
    await page.getByRole("button", { name: /^Say how many people there are in/ }).click();
    await expect.poll(() => page.getByLabel("Minutes a day, each").count()).toBe(3);
    await page.locator(".out-of-reach, .dailies").first().waitFor();
    await expect.poll(() => page.locator(".problem").count()).toBe(0);
  });
});

// Origin: of n demo requests each is won at 50%; P(B(n, ½) ≥ 15) is 57.2% at 30, 64.0% at 31, 87.9% at 36 and 90.6% at 37, from
// Pascal's triangle.
describe("someone who wants to be surer", () => {
  const inAll = (page: Page) => page.locator(".daily-note .number").first().innerText();
  const planText = async (page: Page) =>
    JSON.stringify((await fromFragment(new URL(page.url()).hash))?.document);

  test("is told how sure it is, moves the slider, and the numbers follow; without it nothing is asked for", async () => {
    const { page } = await calculator.open(STORY);
    await expectDaily(page, "2 demo requests a day");
    const sure = page.locator(".sure");
    await expect.poll(() => sure.innerText()).toContain("57% sure, if the work is done as planned");
    await expect.poll(() => sure.innerText()).toContain("Of ten such months, about six reach it.");
    const slider = page.getByRole("slider", { name: "How sure?" });
    expect(await slider.getAttribute("aria-valuetext")).toBe("57% as it is");
    await expect.poll(() => planText(page)).not.toContain("chance");

    await slider.fill("90");
    await expect.poll(() => inAll(page)).toContain("37");
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("90% asked for");
    await expect.poll(() => planText(page)).toContain('"chance":"90%"');
    await expect.poll(() => sure.innerText()).toContain("Of ten such months, about nine reach it.");

    await sure.getByRole("button", { name: "Take out" }).click();
    await expect.poll(() => inAll(page)).toContain("30");
    await expect.poll(() => planText(page)).not.toContain("chance");
    await expect.poll(() => focused(page)).toBe("at-goal-chance");
  });

  test("does so with the keys alone", async () => {
    const { page } = await calculator.open(STORY);
    await expectDaily(page, "2 demo requests a day");
    await page.getByRole("slider", { name: "How sure?" }).focus();
    await page.keyboard.press("ArrowRight");
    // 58% takes one demo request more.
    await expect.poll(() => inAll(page)).toContain("31");
    await page.keyboard.press("End");
    const slider = page.getByRole("slider", { name: "How sure?" });
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("99% asked for");
  });

  test("sends what is asked for along in the address, and finds it again on a phone", async () => {
    const { page } = await calculator.open(STORY, { width: 390, height: 844 });
    await expectDaily(page, "2 demo requests a day");
    const address = page.url();
    const slider = page.getByRole("slider", { name: "How sure?" });
    await slider.fill("90");
    await expect.poll(() => inAll(page)).toContain("37");
    expect(await sidewaysScroll(page)).toBe(0);
    await expect.poll(() => page.url()).not.toBe(address);
    await page.reload();
    await expect.poll(() => inAll(page)).toContain("37");
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("90% asked for");
    await expect
      .poll(() => page.locator(".sure").innerText())
      .toContain("Of ten such months, about nine reach it.");
  });

  test("keeps a chance that the slider has no place for, until it is taken out", async () => {
    const { page } = await calculator.open(withValue(STORY, ["goal", "chance"], "99.9%"));
    await page.getByText("Asked for as it stands in the plan’s text.").waitFor();
    await page.locator(".sure").getByRole("button", { name: "Take out" }).click();
    await page.getByRole("slider", { name: "How sure?" }).waitFor();
  });
});

describe("someone without a mouse", () => {
  test("adds a stage, moves it, and has the focus where the work goes on", async () => {
    const { page } = await calculator.open(STORY);
    await page.getByRole("button", { name: "Add a stage" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("at-funnel-1-stage");
    await page.keyboard.type("call");
    await page.keyboard.press("Tab");
    await page.keyboard.type("10%");
    await page.getByRole("button", { name: "Move call up" }).focus();
    await page.keyboard.press("Enter");
    const stages = page.getByRole("textbox", { name: /^Stage/ });
    expect(
      await stages.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
    ).toEqual(["call", "demo request"]);
    // At the top there is only one way to go on: down again.
    await expect.poll(() => focused(page)).toBe("at-funnel-0-down");
    // 30 demo requests ÷ 10% = 300 calls; 300 ÷ 22 is 13.6, rounded up.
    await expectDaily(page, "14 calls a day");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expectDaily(page, "2 demo requests a day");
    await expect.poll(() => focused(page)).toBe("at-funnel-0-stage");
  });

  test("opens the reason of a number, follows it to the goal, closes it, and is where it was", async () => {
    const { page } = await calculator.open(STORY);
    await expectDaily(page, "2 demo requests a day");
    await page.locator(".daily-line .number").focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("30 ÷ 22 working days").waitFor();
    await expect
      .poll(() => dialog.locator(".whys li").last().innerText())
      .toContain("The goal is 10,000 of net new MRR");
    await dialog.locator(".whys button").last().focus();
    await page.keyboard.press("Enter");
    await dialog.locator(".because", { hasText: "The goal is 10,000" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.closest(".daily-line") !== null)).toBe(true);
  });

  test("skips to the plan without losing its address", async () => {
    const { page } = await calculator.open(STORY);
    const before = page.url();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("main");
    expect(page.url()).toBe(before);
  });

  test("hears the daily number once nothing is typed any more", async () => {
    const { page } = await calculator.open(STORY);
    await expect
      .poll(() => page.locator("#announcer").innerText())
      .toBe("2 × demo requests each working day (marketing)");
  });
});

describe("someone with a mouse", () => {
  test("clicks a number of the picture and reads where it comes from", async () => {
    const { page } = await calculator.open(STORY);
    await page.locator('.picture [data-path*="total"]').first().click();
    await page.getByRole("dialog").getByText('30 units must enter "demo request"').first().waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  });
});
