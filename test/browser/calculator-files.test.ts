import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";

import { describe, expect, test } from "vitest";

import { fromFragment } from "../../docs/calculator/address/address.js";
import { drop, expectDaily, show, STORY, useCalculator } from "./calculator-page.js";

const calculator = useCalculator();

/** Ten deals, each decided ten days after it began: four are won. A later one is lost as well. */
const TEN_DEALS = [
  "deal,stage,on",
  ...Array.from({ length: 10 }, (_, index) => {
    const day = String(index + 1).padStart(2, "0");
    const end = String(index + 11).padStart(2, "0");
    return `${index},demo request,2026-01-${day}\n${index},${index < 4 ? "won" : "lost"},2026-01-${end}`;
  }),
  "99,demo request,2026-03-01",
  "99,lost,2026-03-11",
  "",
].join("\n");

describe("the address", () => {
  test("holds the plan, so that whoever opens it has the same one", async () => {
    const { page } = await calculator.open();
    await page.getByLabel("What one win is worth").fill("1250");
    await page.getByRole("textbox", { name: /^Stage/ }).fill("Zürich <b>demo</b> 演示");
    const steps = await page.evaluate(() => history.length);
    const kept = () => fromFragment(new URL(page.url()).hash);
    await expect.poll(kept).toMatchObject({
      document: { deal: { value: 1250 }, funnel: [{ stage: "Zürich <b>demo</b> 演示", rate: "50%" }] },
    });
    expect(await page.evaluate(() => history.length)).toBe(steps);
    const { page: other } = await calculator.open(new URL(page.url()).hash.slice(1));
    await expect.poll(() => other.getByLabel("What one win is worth").inputValue()).toBe("1250");
    await expect
      .poll(() => other.locator(".daily .what").first().innerText())
      .toBe("Zürich <b>demo</b> 演示");
  });

  test("that is broken is said, and the page works with its own example", async () => {
    const { page } = await calculator.open("v1.thisIsNotAPlan");
    await page.getByText("The plan in this address cannot be read").waitFor();
    await page.locator(".daily").waitFor();
  });

  test("that another program packed stays as it is, so that going back goes back", async () => {
    const packed = `v1.${deflateRawSync(JSON.stringify(STORY), { level: 0 }).toString("base64url")}`;
    const { page } = await calculator.open(packed);
    await expectDaily(page, "2 demo requests a day");
    const steps = await page.evaluate(() => history.length);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    expect(new URL(page.url()).hash).toBe(`#${packed}`);
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  test("brings back the plan before, when another one was opened and one goes back", async () => {
    const { page } = await calculator.open(STORY);
    await expectDaily(page, "2 demo requests a day");
    await page.getByRole("button", { name: "Start empty" }).click();
    await page.getByText("Your daily number will stand here.").waitFor();
    await page.getByLabel("How much").fill("7");
    const empty = page.url();
    await expect.poll(() => page.url()).not.toBe(empty);
    await page.goBack();
    await expectDaily(page, "2 demo requests a day");
    await page.goForward();
    await expect.poll(() => page.getByLabel("How much").inputValue()).toBe("7");
  });
});

describe("a file that is dropped", () => {
  test("is a plan: it is opened, and what has no field is kept and said to be kept", async () => {
    const { page } = await calculator.open();
    await drop(page, "plan.yaml", readFileSync("examples/hollow-process/plan.yaml", "utf8"));
    await page.getByText("The plan in plan.yaml is open.").waitFor();
    // The example's own output: 6 birthday calls a day.
    await expectDaily(page, "6 birthday calls a day");
    await expect.poll(() => page.locator(".kept-parts").innerText()).toContain("habits");
    await show(page, "Take along");
    await page.getByText("The plan as text").click();
    await expect.poll(() => page.locator("#plan-text").inputValue()).toContain("atLeast: 6");
  });

  test("is no plan: it says so, and nothing is lost", async () => {
    const { page } = await calculator.open(STORY);
    await drop(page, "plan.yaml", "goal: { amount: 10,000 }\n  x: [");
    await page.locator(".notice.problem").waitFor();
    await expectDaily(page, "2 demo requests a day");
  });

  test("is an export of a CRM: rates are learned in the page, from how many, and taken over on a word", async () => {
    const { page } = await calculator.open({
      ...STORY,
      goal: { ...(STORY["goal"] as object), period: "2026-Q2" },
    });
    await drop(page, "deals.csv", TEN_DEALS);
    const learned = page.locator(".learned");
    await learned.getByText("What deals.csv says").waitFor();
    await expect.poll(() => learned.innerText()).toContain("4 of 11");
    await learned.getByRole("button", { name: /^Take \d+ learned/ }).click();
    await page.getByText(/learned numbers of deals\.csv are in the plan now\.$/).waitFor();
    // All eleven were decided, so the plan says the sample itself, and the table shows what was written.
    await expect
      .poll(() =>
        page
          .getByLabel(/How many go on/)
          .first()
          .inputValue(),
      )
      .toBe("4 of 11");
    await expect.poll(() => page.locator(".stage-table tbody tr").first().innerText()).toContain("4/11");
  });
});

describe("an export that is dropped on an empty plan", () => {
  test("becomes the plan, with its stages and rates and the wins of late for a goal", async () => {
    const { page } = await calculator.open();
    await page.getByRole("button", { name: "Start empty" }).click();
    await page.getByText("Your daily number will stand here.").waitFor();
    await drop(page, "deals.csv", TEN_DEALS);
    await page.getByText("This plan was made from deals.csv.").waitFor();
    const rate = page.getByLabel(/How many go on/).first();
    await expect.poll(() => rate.inputValue()).toBe("4 of 11");
    // All four wins fell into the thirteen weeks up to the last day of the export.
    await expect.poll(() => page.getByLabel("How much").inputValue()).toBe("4");
  });

  test("is asked to wait while a plan is half written, which stays", async () => {
    const { page } = await calculator.open({ ...STORY, funnel: [{ stage: "demo request", rate: 25 }] });
    await drop(page, "deals.csv", TEN_DEALS);
    await page.getByText("Put the plan right first").waitFor();
    await expect.poll(() => page.getByLabel("How many go on").inputValue()).toBe("25");
  });
});

describe("the plan as text", () => {
  test("is YAML or JSON to copy, and another one can be put in its place", async () => {
    const { page } = await calculator.open(STORY);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await show(page, "Take along");
    await page.getByText("The plan as text").click();
    const text = page.locator("#plan-text");
    await expect.poll(() => text.inputValue()).toContain("metric: net-new-mrr");
    await page.getByRole("button", { name: "Copy the YAML" }).click();
    await page.getByText("Copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text.inputValue());

    await page.getByLabel("JSON", { exact: true }).click();
    await expect.poll(async () => JSON.parse(await text.inputValue()) as unknown).toEqual(STORY);
    await text.fill(
      JSON.stringify({ ...STORY, goal: { metric: "net-new-mrr", amount: 20_000, period: "2026-01" } }),
    );
    await page.getByRole("button", { name: "Use this text" }).click();
    await text.fill("goal: [");
    await page.getByRole("button", { name: "Use this text" }).click();
    await page.locator("#plan-text-problem").waitFor();
    await show(page, "Plan");
    // 20 + 5 wins ÷ 50% = 50; 50 ÷ 22 is 2.3, rounded up.
    await expectDaily(page, "3 demo requests a day");
  });
});
