import { ceiling } from "../number/ceiling.js";
import { at } from "../number/invariant.js";
import { multiply, type Ratio, type Whole } from "../number/ratio.js";
import { sumWhole } from "../number/whole.js";
import type { CompiledPlan, CompiledStage } from "../model/compile.js";
import type { Inflows } from "../model/inflow.js";
import { computeEffort } from "./effort.js";
import { computeInflows } from "./inflows.js";
import { broughtUnits } from "./stage-total.js";
import type { Volumes } from "./volumes.js";

/** Whole units; and those of each month, where the goal holds for each of them: they add up to all. */
export interface WholeUnits {
  readonly total: Whole;
  readonly months?: readonly Whole[];
}

/** The whole units that enter a stage. */
export interface StageUnits extends WholeUnits {
  /** Where they are work of its own: so many on each day of its window; empty for all other stages. */
  readonly counts: readonly number[];
}

/** All units that enter each stage, by its index, in whole ones: its own work, or what earlier stages bring. */
export function stageUnits(
  compiled: CompiledPlan,
  volumes: Volumes,
  inflows: Inflows,
): readonly StageUnits[] {
  const ofMonths = volumes.months?.map((own, month) => {
    const alone = { ...compiled, flow: at(compiled.months, month).flow };
    return { volumes: own, inflows: computeInflows(alone, own) };
  });
  const brought = (index: number, of: Volumes, { stages }: Inflows): Whole =>
    broughtUnits(at(of.stages, index), at(stages, index));
  return compiled.flow.map((stage): StageUnits => {
    const { index, isSource } = stage;
    if (isSource) return ownWork(stage, volumes);
    if (ofMonths === undefined) return { total: brought(index, volumes, inflows), counts: [] };
    return { ...summed(ofMonths.map((own) => brought(index, own.volumes, own.inflows))), counts: [] };
  });
}

function ownWork({ index, window }: CompiledStage, { stages }: Volumes): StageUnits {
  const { total, counts, months } = computeEffort(at(stages, index), window);
  return { total, counts, ...(months === undefined ? {} : { months: months.map((month) => month.total) }) };
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
