import type { CompiledStage } from "../model/compile.js";
import { must } from "../number/invariant.js";
import { isZero, type Ratio } from "../number/ratio.js";
import type { FunnelLever, GapStep, GapSteps } from "./gap-steps.js";
import type { Factor } from "./shapley.js";

/** Wins as a sum of products of factors, each as it is and as it was planned. */
type Products = readonly (readonly Factor<FunnelLever>[])[];

/**
 * Takes the wins so far apart into products: for each source, the units started × for each stage on the way (the share
 * that should have gone on by now × the rate × how what arrived compares with that). What was open when work began and
 * what channels with fixed units brought go the same way, without effort of their own.
 */
export function winProducts(steps: GapSteps): Products {
  return [...steps.stages.values()].flatMap((step) => {
    const { stage, units, brought, arrival, openGoneOn } = step;
    const onward = factorsFrom(steps, step);
    const effort: FunnelLever = { lever: "effort", stage: stage.name };
    return [
      ...(stage.isSource ? [[{ key: effort, ...units }, ...onward]] : []),
      ...(isZero(brought) ? [] : [[fixed(effort, brought), arrival, ...onward]]),
      ...(isZero(openGoneOn) ? [] : [[fixed(effort, openGoneOn), ...factorsAfter(steps, stage)]]),
    ];
  });
}

/** From the units of a stage to the win. */
function factorsFrom(steps: GapSteps, { stage, timing }: GapStep): Factor<FunnelLever>[] {
  return [timing, fixed(timing.key, stage.rate), ...factorsAfter(steps, stage)];
}

/** From units that a stage passes on to the win. */
function factorsAfter(steps: GapSteps, { next }: CompiledStage): Factor<FunnelLever>[] {
  if (next < 0) return [must(steps.win, "the win of a funnel").arrival];
  const step = must(steps.stages.get(next), "the step of the next stage");
  return [step.arrival, ...factorsFrom(steps, step)];
}

/** A factor that is the same as planned: nobody's lever. */
function fixed(key: FunnelLever, value: Ratio): Factor<FunnelLever> {
  return { key, actual: value, planned: value };
}
