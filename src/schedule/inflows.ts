import { at } from "../number/invariant.js";
import { multiply, ONE, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import type { EntryShape } from "../model/entry-shapes.js";
import type { FlowStage } from "../model/flow.js";
import type { Inflow, Inflows } from "../model/inflow.js";
import { startedUnits } from "../model/started-units.js";
import type { Volumes } from "./volumes.js";

/**
 * What enters each stage because of the plan's level work, unrounded, by its index, and what is won: the work of the
 * sources as it moves on through the stages, and what channels with fixed units bring, as far as it is needed.
 */
export function computeInflows({ flow, winEntries }: CompiledPlan, volumes: Volumes): Inflows {
  const started = startedUnits(
    flow,
    volumes.stages.map(({ exact }) => exact),
  );
  const shares = new Map<number, readonly Ratio[]>();
  const sharesFrom = (origin: number): readonly Ratio[] => {
    const known = shares.get(origin) ?? sharesReaching(flow, origin);
    shares.set(origin, known);
    return known;
  };
  const inflow = ({ origin, series, whole, late }: EntryShape, to: number): Inflow => ({
    amount: multiply(
      at(started, origin),
      to === WIN ? at(flow, origin).winsPerUnit : at(sharesFrom(origin), to),
    ),
    series,
    whole,
    late,
  });
  return {
    stages: flow.map(({ entries, index }) => entries.map((shape) => inflow(shape, index))),
    wins: winEntries.map((shape) => inflow(shape, WIN)),
  };
}

const WIN = -1;

/** How many entries of each later stage, by its index, a unit of one becomes: the product of the rates; 0 for a stage that it does not lead to. */
function sharesReaching(flow: readonly FlowStage[], from: number): readonly Ratio[] {
  const shares = flow.map(() => ZERO);
  let share = ONE;
  for (let index = from; index !== WIN; index = at(flow, index).next) {
    const { entriesEach, rate } = at(flow, index);
    share = multiply(share, entriesEach);
    shares[index] = share;
    share = multiply(share, rate);
  }
  return shares;
}
