import { listLoops, type Loop } from "../../model/back-inflow.js";
import type { FlowRate } from "../../model/flow.js";
import type { MovingStage } from "../../model/stage-time.js";
import { at } from "../../number/invariant.js";
import { multiply, ONE, type Ratio } from "../../number/ratio.js";
import { isSampled } from "../../plan/rate-sample.js";

/** The stages of a loop, from the one that units come back to through the one that they come back from. */
export function stagesOf(flow: readonly MovingStage[], { to, from }: Loop): readonly MovingStage[] {
  return flow.slice(to.index, from.index + 1);
}

/**
 * Are all rates of all loops taken as known?
 *
 * A unit that arrives where a loop begins leaves it by going on once at most, whatever the number of its rounds. So it is one
 * unit with one chance, Π rates ÷ (1 − share that comes round), as long as these rates are known.
 */
export function areLoopsKnown(flow: readonly MovingStage[]): boolean {
  return listLoops(flow).every(
    (loop) =>
      stagesOf(flow, loop).every(({ rated }) => !isSampled(rated.written)) &&
      !isSampled(loop.from.written.returns?.rate),
  );
}

/** A stage as units pass it that are won or not. */
export interface PassedStage {
  /** The place of the stage that follows; −1 for the win. */
  readonly next: number;
  readonly rated: FlowRate;
  /** Of what arrives, the share that goes on in the end. */
  readonly rate: Ratio;
  readonly winsPerUnit: Ratio;
}

/**
 * The stages of a flow as units pass them, by their index: a loop is passed where it begins, with all of its rounds, and its
 * other stages let everything through. Behind them one for each loop, which its open units pass: their chance to leave the loop is
 * in their landing.
 */
export function passedStages(flow: readonly MovingStage[]): readonly PassedStage[] {
  const loops = listLoops(flow);
  const rates = new Map<number, Ratio>();
  for (const loop of loops) {
    const stages = stagesOf(flow, loop);
    for (const { index } of stages) rates.set(index, ONE);
    rates.set(loop.to.index, passing(flow, loop));
  }
  return [
    ...flow.map(({ index, next, rated, rate, winsPerUnit }) => ({
      ...{ next, rated, winsPerUnit },
      rate: rates.get(index) ?? rate,
    })),
    ...loops.map(({ from: { next, rated } }) => ({
      ...{ next, rated, rate: ONE },
      winsPerUnit: next < 0 ? ONE : at(flow, next).winsPerUnit,
    })),
  ];
}

/** Of what arrives where a loop begins, the share that goes on from its end. */
export function passing(flow: readonly MovingStage[], loop: Loop): Ratio {
  return stagesOf(flow, loop).reduce((all, { rate }) => multiply(all, rate), loop.to.entriesEach);
}

/** The place among the passed stages for the open units of a loop. */
export function exitOf(flow: readonly MovingStage[], { to }: Loop): number {
  return flow.length + listLoops(flow).findIndex((loop) => loop.to.index === to.index);
}
