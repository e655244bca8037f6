import { ceiling } from "../number/ceiling.js";
import { divide, isZero, multiply, type Ratio, type Whole } from "../number/ratio.js";
import { greater } from "../number/whole.js";
import { totalInflow, type Inflow } from "../model/inflow.js";
import type { StageVolume } from "./volumes.js";

/**
 * All units that the work of earlier stages brings to a stage, in whole ones, whenever they come. Whole numbers handed over may
 * ask for units where the exact need is 0.
 */
export function broughtUnits({ exact, whole, effort }: StageVolume, inflows: readonly Inflow[]): Whole {
  return greater(ceiling(totalInflow(roundedUp(inflows, exact, effort))), whole);
}

/** Under `cascade` a stage asks for more than its exact need: all that enters it grows alike. */
export function roundedUp(inflows: readonly Inflow[], exact: Ratio, effort: Ratio): readonly Inflow[] {
  if (isZero(exact)) return inflows;
  const factor = divide(effort, exact);
  return factor.num === factor.den
    ? inflows
    : inflows.map((inflow) => ({ ...inflow, amount: multiply(inflow.amount, factor) }));
}
