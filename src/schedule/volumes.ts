import { ceiling } from "../number/ceiling.js";
import { larger, subtract, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import { computeNeeds } from "../model/flow.js";
import type { Prepared } from "./prepared.js";
import { chooseRounding } from "./rounding/roundings.js";

/** What so many wins ask of each stage, by index from the sources to the win. */
export interface Volumes {
  readonly wins: Whole;
  /** Wins that new work must bring: without those that open work is expected to bring in time. */
  readonly newWins: Ratio;
  /** Exact entries. */
  readonly exact: readonly Ratio[];
  /** Whole entries under the plan's rounding. */
  readonly whole: readonly Whole[];
  /** What effort is measured by: the exact entries, or under `handover` the whole ones. */
  readonly effort: readonly Ratio[];
  /** Stages with a rate of 0 that would have to pass units on. */
  readonly blocked: readonly number[];
}

/** How many units must enter each stage so that, with what is open, so many wins leave the last one. */
export function computeVolumes(prepared: Prepared, wins: Whole): Volumes {
  return volumesOf(prepared, { num: wins, den: 1 });
}

/** The same for an expected number of wins that need not be whole; the wins to go for are then those, rounded up. */
export function volumesOf(
  { plan, flow, pipelineWins: openWins, unitsLanding }: Prepared,
  expected: Ratio,
): Volumes {
  const wins = ceiling(expected);
  const newWins = larger(ZERO, subtract(expected, openWins.wins));
  const { entries, blocked } = computeNeeds(flow, newWins, unitsLanding);
  const rounded = chooseRounding(plan)({ flow, exact: entries, wins: newWins, unitsLanding });
  const whole = rounded.entries;
  const effort =
    plan.rounding === "cascade" ? whole.map((units): Ratio => ({ num: units, den: 1 })) : entries;
  return { wins, newWins, exact: entries, whole, effort, blocked: merged(blocked, rounded.blocked) };
}

/** A whole number handed over may ask a stage for units of which the exact need asks for none. */
function merged(exact: readonly number[], whole: readonly number[]): readonly number[] {
  return whole.length === 0 ? exact : [...new Set([...exact, ...whole])].sort((one, other) => one - other);
}
