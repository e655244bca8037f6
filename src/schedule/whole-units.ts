import { ceiling } from "../number/ceiling.js";
import { at } from "../number/invariant.js";
import { multiply, type Ratio, type Whole } from "../number/ratio.js";
import { sumWhole } from "../number/whole.js";
import type { CompiledPlan } from "../model/compile.js";
import type { Inflows } from "../model/inflow.js";
import { computeInflows } from "./inflows.js";
import { stageTotal } from "./stage-total.js";
import type { Volumes } from "./volumes.js";

/** Whole units; and those of each month, where the goal holds for each of them: they add up to all. */
export interface WholeUnits {
  readonly total: Whole;
  readonly months?: readonly Whole[];
}

/** All units that enter each stage, by its index, in whole ones. */
export function stageUnits(
  compiled: CompiledPlan,
  volumes: Volumes,
  inflows: Inflows,
): readonly WholeUnits[] {
  if (volumes.months === undefined) return totals(compiled, volumes, inflows).map((total) => ({ total }));
  const months = volumes.months.map((own, month) => {
    const alone = { ...compiled, flow: at(compiled.months, month).flow };
    return totals(alone, own, computeInflows(alone, own));
  });
  return compiled.flow.map(({ index }) => summed(months.map((each) => at<Whole>(each, index))));
}

function totals({ flow }: CompiledPlan, volumes: Volumes, { stages }: Inflows): readonly Whole[] {
  return flow.map((stage) => stageTotal(stage, at(volumes.stages, stage.index), at(stages, stage.index)));
}

/** The wins to go for. */
export function wonUnits({ wins, months }: Volumes): WholeUnits {
  return months === undefined ? { total: wins } : summed(months.map((month) => month.wins));
}

/** How often something is done so many times for each unit, in whole numbers. */
export function timesOf(perUnit: Ratio, { total, months }: WholeUnits): WholeUnits {
  const times = (units: Whole): Whole => ceiling(multiply(perUnit, { num: units, den: 1 }));
  return months === undefined ? { total: times(total) } : summed(months.map(times));
}

function summed(months: readonly Whole[]): WholeUnits {
  return { total: sumWhole(months), months };
}
