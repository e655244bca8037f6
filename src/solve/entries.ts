import { divide, isZero, ONE, smaller, subtract, ZERO } from "../number/ratio.js";
import { unitsBrought, type FlowStage } from "../model/flow.js";
import { movedOn, type Inflow, type Inflows } from "../model/inflow.js";
import { stagesOfUnitsChannels } from "../model/open-wins.js";
import { numberSeries, type Series } from "../time/series.js";
import { levelEffort } from "./effort.js";
import type { Prepared } from "./prepared.js";
import type { Volumes } from "./volumes.js";
import { winWindow, type StageWindow } from "./windows.js";

/**
 * What enters each stage because of the plan's level work, unrounded, by index: the work of the sources as it moves on
 * through the stages, and what channels with fixed units bring, as far as it is needed.
 */
export function inflowsFor(prepared: Prepared, volumes: Volumes): Inflows {
  const own = stagesOfUnitsChannels(prepared.flow);
  const level = levelInflow(prepared);
  const started = prepared.flow.map((stage, index) => {
    if (own[index] === true) return [{ ...level, amount: volumes.exact[index] ?? ZERO }];
    if (isWork(prepared.flow, index)) return [workInflow(prepared, volumes, index)];
    return broughtInflow(prepared, volumes, stage, index, level);
  });
  return movedOn(prepared, started);
}

/** Whether a stage's entries are work of their own. */
export function isWork(flow: readonly FlowStage[], index: number): boolean {
  return flow[index]?.feeders.length === 0 && flow[index - 1]?.next !== index;
}

function workInflow(prepared: Prepared, volumes: Volumes, index: number): Inflow {
  const window = prepared.windows[index];
  const exact = volumes.exact[index] ?? ZERO;
  if (window === undefined) return { amount: exact, series: undefined, whole: 1, late: ZERO };
  return {
    amount: levelEffort(exact, window),
    series: profile(prepared, window),
    whole: window.reach.at(-1) ?? 1,
    late: window.late,
  };
}

function levelInflow(prepared: Prepared): Omit<Inflow, "amount"> {
  const window = winWindow(prepared);
  return { series: profile(prepared, window), whole: window.reach.at(-1) ?? 1, late: ZERO };
}

/** What channels with fixed units bring to the stage that they feed, up to what it needs. */
function broughtInflow(
  prepared: Prepared,
  volumes: Volumes,
  stage: FlowStage,
  index: number,
  level: Omit<Inflow, "amount">,
): Inflow[] {
  const units = unitsBrought(stage);
  if (isZero(units)) return [];
  const landing = prepared.unitsLanding[index] ?? ONE;
  const need = volumes.exact[index] ?? ZERO;
  const amount = isZero(landing) ? units : smaller(units, divide(need, landing));
  return [{ ...level, amount, late: subtract(ONE, landing) }];
}

/** The weight of each day of a window on the axis. */
function profile({ time }: Prepared, window: StageWindow): Series | undefined {
  if (time === undefined) return undefined;
  const { first, last } = time.mover.axis;
  const values = new Array<number>(last - first + 1).fill(0);
  let before = 0;
  window.days.forEach((day, index) => {
    const reached = window.reach[index] ?? before;
    values[day - first] = reached - before;
    before = reached;
  });
  return numberSeries(values);
}
