import type { PlainPlan } from "../oracle/plain-plan.js";

/** A plan that a sheet once worked out wrongly, and what it must show. */
export interface ToldPlan {
  readonly story: string;
  readonly plan: PlainPlan;
  /** The total of its first stage, by unbounded rationals. */
  readonly first: number;
}

/** Plans whose parts are too large to be certain; each sheet of them says "check". */
export const toldPlans: readonly ToldPlan[] = [
  {
    // 5039 ÷ all the rates: 299,886,367,586.07.
    story:
      "1 part in 10^12 was taken for noise, and then LibreOffice's ROUNDUP kept 12 digits: both showed …586",
    plan: planOf(5039, ["7.3%", "5.8%", "1.5%", "2.7%", "4.1%", "23.9%"]),
    first: 299_886_367_587,
  },
  {
    // 2003 ÷ all the rates: 1,238,692,133,805.89.
    story: "LibreOffice's ROUNDUP kept 12 digits: it showed …810",
    plan: planOf(2003, ["7.3%", "5.8%", "1.5%", "2.7%", "4.1%", "2.3%"]),
    first: 1_238_692_133_806,
  },
];

function planOf(amount: number, rates: readonly string[]): PlainPlan {
  return {
    goal: { metric: "customers", amount, period: { workingDays: 6 } },
    funnel: rates.map((rate, index) => ({ stage: `stage ${index + 1}`, rate })),
  };
}
