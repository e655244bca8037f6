import { at } from "../number/invariant.js";
import type { Whole } from "../number/whole.js";
import { ONE, subtract, ZERO } from "../number/ratio.js";
import { wholeSeries, type Series } from "../lag/series.js";
import type { Inflow } from "./inflow.js";
import { axisLength } from "./mover.js";
import type { FedStage } from "./needs.js";
import type { MovingStage, PlanTime } from "./stage-time.js";
import { dayWeights, wholeReach, type StageWindow } from "./windows.js";

/** Units that enter a stage and descend from the work at one stage: when they enter, whatever their number. */
export interface EntryShape extends Omit<Inflow, "amount"> {
  /** The stage at which they started. */
  readonly origin: number;
}

/** The shapes of what enters each stage, by its index, and of what is won. They do not depend on rates and amounts. */
interface EntryShapes {
  readonly stages: readonly (readonly EntryShape[])[];
  readonly wins: readonly EntryShape[];
}

/** A stage with the window of its work. */
export interface WindowedStage extends FedStage, MovingStage {
  readonly window: StageWindow;
}

/** Moves each stage's own work on through the later stages. A channel with fixed units ends where it feeds a stage. */
export function compileEntryShapes(
  flow: readonly WindowedStage[],
  time: PlanTime | undefined,
  level: StageWindow,
): EntryShapes {
  const stages: EntryShape[][] = flow.map(() => []);
  const wins: EntryShape[] = [];
  for (const stage of flow) {
    if (stage.inUnitsChannel || stage.brought !== null || stage.isSource)
      at(stages, stage.index).push(startShape(stage, time, level));
    const here = at(stages, stage.index).map((shape) => entered(shape, stage, time));
    stages[stage.index] = here;
    if (stage.inUnitsChannel) continue;
    const on = here.map((shape) => ({
      ...shape,
      series: shape.series && time?.mover.forward(shape.series, stage.lag),
    }));
    (stage.next < 0 ? wins : at(stages, stage.next)).push(...on);
  }
  return { stages, wins };
}

/** What arrives enters, and those that come back enter again. */
function entered(shape: EntryShape, { againLag }: MovingStage, time: PlanTime | undefined): EntryShape {
  if (againLag === undefined) return shape;
  return { ...shape, series: shape.series && time?.mover.forward(shape.series, againLag) };
}

/** What channels bring comes level over the period, work over its window. */
function startShape(stage: WindowedStage, time: PlanTime | undefined, level: StageWindow): EntryShape {
  const window = stage.brought !== null || stage.inUnitsChannel ? level : stage.window;
  return {
    origin: stage.index,
    series: time === undefined ? undefined : profile(time, window),
    // A window without a day holds no work: nothing is divided by its weights.
    whole: window.reach.length === 0 ? 1 : wholeReach(window),
    late:
      stage.brought !== null ? subtract(ONE, stage.unitsLanding) : time === undefined ? ZERO : window.late,
  };
}

/** The weight of each day of a window on the axis. */
function profile({ mover }: PlanTime, window: StageWindow): Series {
  const values = new Array<Whole>(axisLength(mover.axis)).fill(0);
  const weights = dayWeights(window);
  window.days.forEach((day, index) => {
    values[day - mover.axis.first] = at<Whole>(weights, index);
  });
  return wholeSeries(values);
}
