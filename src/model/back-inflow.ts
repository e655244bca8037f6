import { at } from "../number/invariant.js";
import { multiply, ONE, subtract, type Ratio } from "../number/ratio.js";
import type { ComesBack, FlowStage } from "./flow.js";
import type { Inflow } from "./inflow.js";
import { goneOn, type Moving, type Stays } from "./onward-inflow.js";
import type { MovingStage } from "./stage-time.js";

/** A loop behind other stages, whose units arrive again where it begins. */
export interface Loop {
  /** The stage that they come back to. */
  readonly to: MovingStage;
  /** The stage that they come back from. */
  readonly from: MovingStage;
  readonly comesBack: ComesBack;
}

/** The loops of a funnel but for those that begin at a source: there all entries are work, first ones or not. */
export function listLoops(flow: readonly MovingStage[]): readonly Loop[] {
  return flow.flatMap((to) =>
    to.comesBack === null || to.isSource
      ? []
      : [{ to, from: at(flow, to.comesBack.from), comesBack: to.comesBack }],
  );
}

/** The same by the index of the stage that units come back from. */
export function loopsByEnd(flow: readonly MovingStage[]): ReadonlyMap<number, Loop> {
  return new Map(listLoops(flow).map((loop) => [loop.from.index, loop]));
}

/** Does a stage lie in a loop? */
export function isWithin({ to, from }: Loop, { index }: Pick<FlowStage, "index">): boolean {
  return to.index <= index && index <= from.index;
}

/** The loop that a stage lies in; undefined outside of them. */
export function loopAround(flow: readonly MovingStage[], stage: FlowStage): Loop | undefined {
  return listLoops(flow).find((loop) => isWithin(loop, stage));
}

/** Of the units of a stage, the share that is lost there and comes back. */
export function shareBack({ from, comesBack }: Loop): Ratio {
  return multiply(subtract(ONE, from.rate), comesBack.rate);
}

/**
 * Adds to what starts at each stage, by its index, what comes back of it. What started inside a loop has not arrived at its
 * beginning, where arriving units are counted with all of their entries: its own first way back is missing.
 *
 * @param leaving units that are on their way back already, by the index of the stage that they come back from
 */
export function addComingBack(
  model: Moving,
  started: Inflow[][],
  leaving: readonly (readonly Inflow[])[],
  stays: Stays,
): void {
  for (const loop of listLoops(model.flow)) {
    const { to, from } = loop;
    if (stays(to)) continue;
    let passing: Inflow[] = [];
    for (let index = to.index + 1; index <= from.index; index += 1) {
      const before = at(model.flow, index - 1);
      passing = [...passing.map((inflow) => goneOn(model, inflow, before)), ...at(started, index)];
    }
    const back = { rate: shareBack(loop), lag: from.backLag };
    at(started, to.index).push(
      ...passing.map((inflow) => goneOn(model, inflow, back)),
      ...at(leaving, from.index),
    );
  }
}
