import { isZero, type Ratio } from "../number/ratio.js";
import { isWork, type FlowStage } from "../model/flow.js";
import type { FunnelLever, GapStep } from "./gap-steps.js";
import type { Factor } from "./shapley.js";

/** Wins as a sum of products of factors, each as it is and as it was planned. */
type Products = readonly (readonly Factor<FunnelLever>[])[];

/**
 * Takes the wins so far apart into products: for each source, the units started × for each stage on the way (the share
 * that should have gone on by now × the rate × how what arrived compares with that). What was open when work began and
 * what channels with fixed units brought go the same way, without effort of their own.
 */
export function winProducts(flow: readonly FlowStage[], steps: readonly (GapStep | undefined)[]): Products {
  return flow.flatMap((stage, index) => {
    const step = steps[index];
    if (step === undefined) return [];
    const onward = factorsFrom(flow, steps, index);
    const effort: FunnelLever = { lever: "effort", stage: stage.name };
    return [
      ...(isWork(flow, index) ? [[{ key: effort, ...step.units }, ...onward]] : []),
      ...(isZero(step.brought) ? [] : [[fixed(effort, step.brought), step.arrival, ...onward]]),
      ...(isZero(step.openGoneOn)
        ? []
        : [[fixed(effort, step.openGoneOn), ...arrivalsFrom(flow, steps, stage.next)]]),
    ];
  });
}

/** From the units of a stage to the win. */
function factorsFrom(
  flow: readonly FlowStage[],
  steps: readonly (GapStep | undefined)[],
  index: number,
): Factor<FunnelLever>[] {
  const step = steps[index];
  if (step === undefined) return [];
  const next = flow[index]?.next ?? -1;
  return [step.timing, fixed(step.timing.key, step.rate), ...arrivalsFrom(flow, steps, next)];
}

/** From units that are passed on to a stage, or to the win (next below 0), to the win. */
function arrivalsFrom(
  flow: readonly FlowStage[],
  steps: readonly (GapStep | undefined)[],
  next: number,
): Factor<FunnelLever>[] {
  const arrived = steps[next < 0 ? flow.length : next];
  if (arrived === undefined) return [];
  return next < 0 ? [arrived.arrival] : [arrived.arrival, ...factorsFrom(flow, steps, next)];
}

/** A factor that is the same as planned: nobody's lever. */
function fixed(key: FunnelLever, value: Ratio): Factor<FunnelLever> {
  return { key, actual: value, planned: value };
}
