import {
  add,
  divide,
  isZero,
  multiply,
  ONE,
  ratio,
  smaller,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { unitsBrought, type FlowStage } from "../model/flow.js";
import { stagesOfUnitsChannels } from "../model/open-wins.js";
import type { PlanModel } from "../model/model.js";
import { NO_LAG } from "../time/lag.js";
import { numberSeries, type Series } from "../time/series.js";
import { levelEffort } from "./effort.js";
import type { Prepared } from "./prepared.js";
import type { Volumes } from "./volumes.js";
import { winWindow, type StageWindow } from "./windows.js";

/** Units that enter a stage and descend from the same work: how many in all, when, and how many are won too late. */
export interface Inflow {
  readonly amount: Ratio;
  /** By day of the axis, out of `whole`; undefined for a plan without lags, where days need not be told apart. */
  readonly series: Series | undefined;
  readonly whole: number;
  /** The share of what converts that is won after the period's end. */
  readonly late: Ratio;
}

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

/** What enters each stage, by index, and what is won. */
export interface Inflows {
  readonly stages: readonly (readonly Inflow[])[];
  readonly wins: readonly Inflow[];
}

/** Moves what starts at each stage on through the later ones. A channel with fixed units ends where it feeds a stage. */
export function movedOn(model: PlanModel, started: readonly (readonly Inflow[])[]): Inflows {
  const own = stagesOfUnitsChannels(model.flow);
  const stages: Inflow[][] = started.map((inflows) => [...inflows]);
  const wins: Inflow[] = [];
  model.flow.forEach((stage, index) => {
    if (own[index] === true) return;
    const on = (stages[index] ?? []).map((inflow) => goneOn(model, inflow, stage, index));
    (stage.next < 0 ? wins : stages[stage.next])?.push(...on);
  });
  return { stages, wins };
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

function goneOn({ time }: PlanModel, inflow: Inflow, stage: FlowStage, index: number): Inflow {
  const amount = multiply(inflow.amount, stage.rate);
  if (time === undefined || inflow.series === undefined) return { ...inflow, amount };
  return { ...inflow, amount, series: time.mover.forward(inflow.series, time.lags[index] ?? NO_LAG) };
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

/** Units that have entered through a day of the axis; for a plan without lags, its whole. */
export function enteredThrough(inflows: readonly Inflow[], day: number): Ratio {
  return inflows.reduce((total, { amount, series, whole }) => {
    if (series === undefined || whole === 0) return add(total, amount);
    let entered = 0n;
    for (let index = 0; index <= day; index += 1) entered += BigInt(series.values[index] ?? 0);
    return add(total, multiply(amount, ratio(entered, BigInt(whole) * BigInt(series.scale))));
  }, ZERO);
}

/** All units of inflows, whenever they enter. */
export function amountOf(inflows: readonly Inflow[]): Ratio {
  return sum(inflows.map(({ amount }) => amount));
}

/** Wins of inflows that are won after the period's end. */
export function lateWins(inflows: readonly Inflow[], perUnit: Ratio): Ratio {
  return multiply(perUnit, sum(inflows.map(({ amount, late }) => multiply(amount, late))));
}
