import type { Position, Units } from "../number/measure.js";
import { ceiling } from "../number/ceiling.js";
import { at } from "../number/invariant.js";
import {
  divide,
  isZero,
  larger,
  multiply,
  ratio,
  subtract,
  sum,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import { sumWhole } from "../number/whole.js";
import type { CompiledPlan } from "../model/compile.js";
import { computeNeeds } from "../model/needs.js";
import { chooseRounding } from "./rounding.js";

/** What so many wins ask of one stage. */
export interface StageVolume {
  /** Exact entries. */
  readonly exact: Units;
  /** Whole entries under the plan's rounding. */
  readonly whole: Whole;
  /** What effort is measured by: the exact entries, or under `cascade` the whole ones. */
  readonly effort: Units;
  /** The same for each month, where the goal holds for each of them. */
  readonly months?: readonly StageVolume[];
}

/** What so many wins ask of the funnel. */
export interface Volumes {
  readonly wins: Whole;
  /** Wins that new work must bring: without those that open work is expected to bring in time. */
  readonly newWins: Units;
  /** By the index of the stage, from the sources to the win. */
  readonly stages: readonly StageVolume[];
  /** Stages with a rate of 0 that would have to pass units on. */
  readonly blocked: readonly Position[];
  /** What each month asks for, where the goal holds for each of them; these are their sums. */
  readonly months?: readonly Volumes[];
}

/** How many units must enter each stage so that, with what is open, so many wins leave the last one. */
export function computeVolumes(compiled: CompiledPlan, wins: Whole): Volumes {
  return volumesOf(compiled, { num: wins, den: 1 });
}

/** The same for an expected number of wins that need not be whole; the wins to go for are then those, rounded up. */
export function volumesOf(compiled: CompiledPlan, expected: Units): Volumes {
  const { plan, flow, pipelineWins, months } = compiled;
  if (months.length > 0) return sumOfMonths(flow, monthVolumes(compiled, expected));
  return volumesIn({ plan, flow, openWins: pipelineWins.wins }, expected);
}

/** The funnel, and what its open work brings, in a period or in a month of it. */
interface FunnelIn {
  readonly plan: CompiledPlan["plan"];
  readonly flow: CompiledPlan["flow"];
  readonly openWins: Units;
}

function volumesIn({ plan, flow, openWins }: FunnelIn, expected: Units): Volumes {
  const wins = ceiling(expected);
  const newWins = larger(ZERO, subtract(expected, openWins));
  const exact = computeNeeds(flow, newWins);
  const { whole, effort, blocked } = chooseRounding(plan)(flow, newWins, exact);
  const stages = flow.map(({ index }) => ({
    exact: at(exact.entries, index),
    whole: at<Whole>(whole, index),
    effort: at(effort, index),
  }));
  return { wins, newWins, stages, blocked };
}

/** Each month's own wins; other numbers than the plan's are shared out as those are. */
function monthVolumes({ plan, months }: CompiledPlan, expected: Ratio): readonly Volumes[] {
  const planned = sum(months.map(({ wins }) => ratio(wins)));
  return months.map(({ flow, openWins, wins }) => {
    const share = isZero(planned) ? ratio(1, months.length) : divide(ratio(wins), planned);
    return volumesIn({ plan, flow, openWins }, multiply(expected, share));
  });
}

function sumOfMonths(flow: CompiledPlan["flow"], months: readonly Volumes[]): Volumes {
  const stages = flow.map(({ index }): StageVolume => {
    const each = months.map(({ stages: own }) => at(own, index));
    return {
      exact: sum(each.map(({ exact }) => exact)),
      whole: sumWhole(each.map(({ whole }) => whole)),
      effort: sum(each.map(({ effort }) => effort)),
      months: each,
    };
  });
  const blocked = new Set(months.flatMap((month) => month.blocked));
  return {
    wins: sumWhole(months.map(({ wins }) => wins)),
    newWins: sum(months.map(({ newWins }) => newWins)),
    stages,
    blocked: [...blocked].sort((one, other) => one - other),
    months,
  };
}
