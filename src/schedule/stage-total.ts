import { ceiling } from "../number/ceiling.js";
import { divide, isZero, multiply, type Ratio, type Whole } from "../number/ratio.js";
import type { CompiledStage } from "../model/compile.js";
import { totalInflow, type Inflow } from "../model/inflow.js";
import { computeEffort } from "./effort.js";
import type { StageVolume } from "./volumes.js";

/** All units that enter a stage, in whole ones: its work, or what the work of the stages before it causes, whenever. */
export function stageTotal(
  { window, isWork }: CompiledStage,
  volume: StageVolume,
  inflows: readonly Inflow[],
): Whole {
  const { exact, whole, effort } = volume;
  return isWork
    ? computeEffort(volume, window).total
    : greater(ceiling(totalInflow(roundedUp(inflows, exact, effort))), whole);
}

/** Whole numbers handed over may ask for units where the exact need is 0. */
function greater(one: Whole, other: Whole): Whole {
  return one > other ? one : other;
}

/** Under `cascade` a stage asks for more than its exact need: all that enters it grows alike. */
export function roundedUp(inflows: readonly Inflow[], exact: Ratio, effort: Ratio): readonly Inflow[] {
  if (isZero(exact)) return inflows;
  const factor = divide(effort, exact);
  return factor.num === factor.den
    ? inflows
    : inflows.map((inflow) => ({ ...inflow, amount: multiply(inflow.amount, factor) }));
}
