import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { backtestPicture } from "../../../src/charts/backtest/data.js";
import { toSvg } from "../../../src/charts/to-svg.js";
import { backtest } from "../../../src/history/backtest/backtest.js";
import { simulateOneStage } from "../../history/history-simulator.js";
import { numbersIn } from "./read-svg.js";

const answer = backtest(
  { goal: { metric: "customers", amount: 10, period: "2027-01" }, funnel: [{ stage: "demo", rate: "30%" }] },
  simulateOneStage({ seed: 4, deals: 900, days: 420, rate: 0.3, monthly: 0.25 }),
);
const picture = backtestPicture(answer);
if (picture === null) throw new Error("the history of this test must be long enough");
const folder = fileURLToPath(new URL("frozen/", import.meta.url));

describe("the picture of a backtest", () => {
  test.each([
    ["backtest", {}],
    ["backtest-narrow", { width: 320 }],
  ] as const)("%s stays as it is", async (file, options) => {
    await expect(toSvg(picture, options)).toMatchFileSnapshot(`${folder}${file}.svg`);
  });

  test("shows numbers of the answer, at their paths", () => {
    const numbers = numbersIn(toSvg(picture));
    expect(numbers).toHaveLength(answer.periods.length + 1);
    for (const { path, value } of numbers) {
      const found = path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], answer);
      expect(value).toBe(String(found));
    }
  });

  test("is none without a period", () => {
    expect(backtestPicture({ ...answer, periods: [], held: null })).toBeNull();
  });
});
