import { equal, ONE, type Ratio } from "../number/ratio.js";
import type { PlanModel } from "./model.js";
import { computePipelineWins } from "./pipeline-wins.js";

/**
 * How many deals of the open work can be expected to be won within the period, each counted as one, whatever it is worth?
 * A deal of 4,000 at 50% is 0.5 wins, also where an average deal is worth 1,000.
 */
export function countPipelineWins(model: PlanModel): Ratio {
  const { pipeline, pipelineWins, flow, time, workFrom, calendar } = model;
  if (pipeline.every(({ worth }) => equal(worth, ONE))) return pipelineWins.wins;
  const single = pipeline.map((units) => ({ ...units, worth: ONE }));
  return computePipelineWins(single, flow, time, workFrom ?? 0, calendar).wins;
}
