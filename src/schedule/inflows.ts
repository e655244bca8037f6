import { divide, isZero, multiply, ONE, smaller, ZERO, type Ratio } from "../number/ratio.js";
import { isWork, unitsBrought, type FlowStage } from "../model/flow.js";
import type { Inflow, Inflows } from "../model/inflow.js";
import { computeLevelEffort } from "./effort.js";
import type { Prepared } from "./prepared.js";
import type { EntryShape } from "./entry-shapes.js";
import type { Volumes } from "./volumes.js";

/**
 * What enters each stage because of the plan's level work, unrounded, by index, and what is won: the work of the sources
 * as it moves on through the stages, and what channels with fixed units bring, as far as it is needed.
 */
export function computeInflows(prepared: Prepared, volumes: Volumes): Inflows {
  const started = prepared.flow.map((stage, index) => startedAt(prepared, volumes, stage, index));
  const stages = prepared.shapes.stages.map((shapes, index) =>
    shapes.map((shape) =>
      inflow(
        shape,
        multiply(started[shape.origin] ?? ZERO, shareReaching(prepared.flow, shape.origin, index)),
      ),
    ),
  );
  const wins = prepared.shapes.wins.map((shape) =>
    inflow(shape, multiply(started[shape.origin] ?? ZERO, shareReaching(prepared.flow, shape.origin, -1))),
  );
  return { stages, wins };
}

function inflow({ series, whole, late }: EntryShape, amount: Ratio): Inflow {
  return { amount, series, whole, late };
}

/** The product of the rates from one stage to a later one; −1 is the win. */
function shareReaching(flow: readonly FlowStage[], from: number, to: number): Ratio {
  let share = ONE;
  for (let index = from; index >= 0 && index !== to; index = flow[index]?.next ?? -1)
    share = multiply(share, flow[index]?.rate ?? ZERO);
  return share;
}

/** All units that start at a stage: its level work, the units of its channels, or those of the channel it lies in. */
function startedAt(
  { flow, windows, unitsLanding, own }: Prepared,
  volumes: Volumes,
  stage: FlowStage,
  index: number,
): Ratio {
  const need = volumes.exact[index] ?? ZERO;
  if (own[index] === true) return need;
  const window = windows[index];
  if (isWork(flow, index)) return window === undefined ? need : computeLevelEffort(need, window);
  const units = unitsBrought(stage);
  const landing = unitsLanding[index] ?? ONE;
  return isZero(landing) ? units : smaller(units, divide(need, landing));
}
