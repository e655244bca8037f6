import { plainFormat } from "../../../src/format/format.js";
import { describe, expect, it } from "vitest";

import type { PlanInput } from "../../../src/plan/plan.js";
import { figuresOf } from "../../../src/charts/drawing/figures.js";
import { toSvg } from "../../../src/charts/to-svg.js";
import { picturesOf } from "./pictures-of.js";

const small: PlanInput = {
  goal: { metric: "customers", amount: 1, period: { workingDays: 1 } },
  funnel: [{ stage: "demo", rate: "30%" }],
};
const drawn = (plan: PlanInput) => picturesOf(plan).map((picture) => toSvg(picture));

describe("words of pictures", () => {
  it("count one customer and one working day", () => {
    // The goal's card used to read "1 customers" and "1 working days".
    const [funnel = ""] = drawn(small);
    expect(funnel).toContain(">customer</text>");
    expect(funnel).toContain(">working day</text>");
    expect(funnel).not.toMatch(/1 working days|1 customers|>customers<|>working days</);
    const net: PlanInput = { ...small, goal: { ...small.goal, metric: "net-new-customers" } };
    expect(drawn(net)[0]).toContain(">net new customer</text>");
  });

  it("set the sign of a change before its digits", () => {
    // By hand: a churned customer more a tenth of the time is 1/3 demo a day more; text alternatives said "+about 0.33".
    const churning: PlanInput = {
      ...small,
      goal: { metric: "net-new-customers", amount: 10, period: { workingDays: 1 } },
      churn: { customers: 1 },
    };
    const tornado = picturesOf(churning).find(({ kind }) => kind === "tornado");
    expect(tornado?.description).toContain("churn (customers) +10%: +0.33");
    expect(tornado?.description).not.toContain("+about");
  });

  it("write every number below 0 with the same sign", () => {
    // Beside a gap of "~−136,409.09" the outcome used to be "~-128,532.26", with a hyphen.
    const { number, rate, signed } = figuresOf(plainFormat);
    expect([number("-12.5"), rate("-1/3"), signed("-200/3")]).toEqual(["−12.5", "−33%", "−66.7"]);
  });
});
