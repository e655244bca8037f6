import { minus, type Whole } from "../number/whole.js";
import { ONE, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { stagesOfUnitsChannels } from "../model/pipeline-wins.js";
import { isWork } from "../model/flow.js";
import type { Inflow } from "../model/inflow.js";
import type { PlanModel } from "../model/model.js";
import { NO_LAG } from "../lag/read-lag.js";
import { wholeSeries, type Series } from "../lag/series.js";
import type { StageWindow } from "./windows.js";

/** Units that enter a stage and descend from the work at one stage: when they enter, whatever their number. */
export interface EntryShape extends Omit<Inflow, "amount"> {
  /** The stage at which they started. */
  readonly origin: number;
}

/** The shapes of what enters each stage, by index, and of what is won. They do not depend on rates and amounts. */
export interface EntryShapes {
  readonly stages: readonly (readonly EntryShape[])[];
  readonly wins: readonly EntryShape[];
}

/** Moves each stage's own work on through the later stages. A channel with fixed units ends where it feeds a stage. */
export function compileEntryShapes(
  model: PlanModel,
  windows: readonly StageWindow[],
  level: StageWindow,
  unitsLanding: readonly Ratio[],
): EntryShapes {
  const { flow, time } = model;
  const own = stagesOfUnitsChannels(flow);
  const stages: EntryShape[][] = flow.map(() => []);
  const wins: EntryShape[] = [];
  flow.forEach((stage, index) => {
    const here = stages[index] ?? [];
    const brings = stage.feeders.some(({ units }) => units !== null);
    const starts = own[index] === true || brings || isWork(flow, index);
    if (starts)
      here.push(
        startShape(
          model,
          index,
          brings || own[index] === true ? level : (windows[index] ?? level),
          brings ? subtract(ONE, unitsLanding[index] ?? ONE) : undefined,
        ),
      );
    if (own[index] === true) return;
    const on = here.map((shape) => ({
      ...shape,
      series: shape.series && time?.mover.forward(shape.series, time.lags[index] ?? NO_LAG),
    }));
    (stage.next < 0 ? wins : stages[stage.next])?.push(...on);
  });
  return { stages, wins };
}

function startShape(
  model: PlanModel,
  origin: number,
  window: StageWindow,
  late: Ratio | undefined,
): EntryShape {
  return {
    origin,
    series: profile(model, window),
    whole: window.reach.at(-1) ?? 1,
    late: late ?? (model.time === undefined ? ZERO : window.late),
  };
}

/** The weight of each day of a window on the axis. */
function profile({ time }: PlanModel, window: StageWindow): Series | undefined {
  if (time === undefined) return undefined;
  const { first, last } = time.mover.axis;
  const values = new Array<Whole>(last - first + 1).fill(0);
  let before: Whole = 0;
  window.days.forEach((day, index) => {
    const reached = window.reach[index] ?? before;
    values[day - first] = minus(reached, before);
    before = reached;
  });
  return wholeSeries(values);
}
