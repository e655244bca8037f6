import { multiply, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";

/** What one win brings in money. */
interface MoneyOfWin {
  /** Over its whole contract. */
  readonly value: Ratio;
  /** What is kept of that, before the plan's own costs. */
  readonly margin: Ratio;
}

/**
 * What does one win bring in money?
 *
 * @returns undefined where the plan does not say, where a contract's length is not known, and for a seller's commission
 */
export function moneyOfWin({ deal, plan }: CompiledPlan): MoneyOfWin | undefined {
  const { metric } = plan.goal;
  if (
    deal.value === undefined ||
    deal.contract === undefined ||
    metric === "units" ||
    metric === "commission"
  )
    return undefined;
  return { value: deal.contract, margin: multiply(deal.contract, deal.margin) };
}

/** What is kept of what a win brings each month; undefined for a deal that is paid once. */
export function monthlyMargin({ deal }: CompiledPlan): Ratio | undefined {
  return deal.monthly === undefined ? undefined : multiply(deal.monthly, deal.margin);
}
