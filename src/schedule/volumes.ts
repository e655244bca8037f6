import { ceiling } from "../number/ceiling.js";
import { at } from "../number/invariant.js";
import { larger, subtract, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import { computeNeeds } from "../model/needs.js";
import { chooseRounding } from "./rounding.js";

/** What so many wins ask of one stage. */
export interface StageVolume {
  /** Exact entries. */
  readonly exact: Ratio;
  /** Whole entries under the plan's rounding. */
  readonly whole: Whole;
  /** What effort is measured by: the exact entries, or under `cascade` the whole ones. */
  readonly effort: Ratio;
  /** Of that, the units that are there for the first time: all of it where no unit comes back. */
  readonly first: Ratio;
}

/** What so many wins ask of the funnel. */
export interface Volumes {
  readonly wins: Whole;
  /** Wins that new work must bring: without those that open work is expected to bring in time. */
  readonly newWins: Ratio;
  /** By the index of the stage, from the sources to the win. */
  readonly stages: readonly StageVolume[];
  /** Stages with a rate of 0 that would have to pass units on. */
  readonly blocked: readonly number[];
}

/** How many units must enter each stage so that, with what is open, so many wins leave the last one. */
export function computeVolumes(compiled: CompiledPlan, wins: Whole): Volumes {
  return volumesOf(compiled, { num: wins, den: 1 });
}

/** The same for an expected number of wins that need not be whole; the wins to go for are then those, rounded up. */
export function volumesOf({ plan, flow, pipelineWins }: CompiledPlan, expected: Ratio): Volumes {
  const wins = ceiling(expected);
  const newWins = larger(ZERO, subtract(expected, pipelineWins.wins));
  const exact = computeNeeds(flow, newWins);
  const { whole, effort, first, blocked } = chooseRounding(plan)(flow, newWins, exact);
  const stages = flow.map(({ index }) => ({
    exact: at(exact.entries, index),
    whole: at<Whole>(whole, index),
    effort: at(effort, index),
    first: at(first, index),
  }));
  return { wins, newWins, stages, blocked };
}
