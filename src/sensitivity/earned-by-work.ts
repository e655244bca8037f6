import type { CompiledPlan } from "../model/compile.js";
import { monthsBeside } from "../model/earned-worth.js";
import { valueOn } from "../model/mover.js";
import { at } from "../number/invariant.js";
import { add, multiply, ratio, sum, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import type { StartedWork } from "./wins-of-work.js";

/** What the wins of work, of what channels with fixed units bring, and of open work pay within the period. */
export function earnedByWork(compiled: CompiledPlan, works: readonly StartedWork[]): Ratio {
  const months = add(monthsBeside(compiled), sum(works.map((work) => monthsOfWork(compiled, work))));
  return multiply(compiled.deal.monthly ?? ZERO, months);
}

function monthsOfWork({ flow, time }: CompiledPlan, { stage, amount, days, weights }: StartedWork): Ratio {
  const { inUnitsChannel, winsPerUnit, earned } = at(flow, stage);
  if (inUnitsChannel || time === undefined || earned === undefined) return ZERO;
  let [paid, whole] = [0n, 0n];
  days.forEach((day, index) => {
    const weight = BigInt(at<Whole>(weights, index));
    paid += weight * BigInt(valueOn(earned, time.mover.axis, day));
    whole += weight;
  });
  if (whole === 0n) return ZERO;
  return multiply(multiply(amount, winsPerUnit), ratio(paid, whole * BigInt(earned.scale)));
}
