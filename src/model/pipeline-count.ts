import { equal, ONE, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "./compile.js";
import { computePipelineWins } from "./pipeline-wins.js";

/**
 * How many deals of the open work can be expected to be won within the period, each counted as one, whatever it is worth?
 * A deal of 4,000 at 50% is 0.5 wins, also where an average deal is worth 1,000.
 */
export function countPipelineWins(compiled: CompiledPlan): Ratio {
  const { pipeline, pipelineWins, workFrom } = compiled;
  if (pipeline.every(({ worth }) => equal(worth, ONE))) return pipelineWins.wins;
  const single = pipeline.map((units) => ({ ...units, worth: ONE }));
  // Without dates nothing is looked up by day.
  return computePipelineWins(single, compiled, workFrom ?? 0).wins;
}
