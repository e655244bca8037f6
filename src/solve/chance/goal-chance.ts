import { goalAt } from "../../model/chosen-goal.js";
import { exactWins } from "../../model/bridge.js";
import { toCount } from "../../model/count.js";
import { ceiling } from "../../number/ceiling.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { isPositive, type Ratio } from "../../number/ratio.js";
import { parseRate } from "../../plan/rate.js";
import { issueAt, type Path, type Problem } from "../../schema/issue.js";
import { PlanError } from "../../schema/plan-error.js";
import type { CompiledPlan } from "../../model/compile.js";
import { winsToGoFor } from "../../schedule/planned-wins.js";
import { computeVolumes, type Volumes } from "../../schedule/volumes.js";
import { decidingGoal } from "./deciding-goal.js";
import { readAmountInputs } from "./amount-inputs.js";
import { readChanceInputs, workOf } from "./chance-inputs.js";
import { chanceOfEachMonth, withoutBuffer } from "./each-month.js";
import { chanceOfEarned } from "./earned.js";
import { areLoopsKnown } from "./loops.js";
import { findMargin } from "./margin.js";
import { chanceRates } from "./chance-rates.js";
import { isOnlyLuck, planChance, type MostWins, type PlanChance } from "./plan-chance.js";
import { saidNoChance, type NoChance } from "../../words/no-chance.js";
import { uncertaintyFrom, type UncertaintyFrom } from "./uncertainty.js";
import { whyUntold } from "./why-untold.js";

/** How sure the goal is, given that the plan's work is done. Chances are numbers from 0 to 1. */
export interface GoalChance {
  /** The chance that the plan asks for; null where it asks for none. */
  readonly asked: number | null;
  /**
   * The chance with the work as it is printed, of a goal that holds for each month that every month reaches it; null where it
   * is not told, for the `reason`.
   */
  readonly reached: number | null;
  /** The chance without any margin: with the work that is expected to be just enough. */
  readonly without: number | null;
  /** The most by which these chances may be wrong. */
  readonly error: number | null;
  /** Where the uncertainty comes from; null where no chance is told, where the goal holds for each month, and of what wins pay within the period. */
  readonly from: UncertaintyFrom | null;
  /** Why no chance is told, with its figures and in a sentence; null where it is. */
  readonly reason: NoChance | null;
}

/** The wins and the work that a plan comes to. */
export interface PlannedWork {
  readonly volumes: Volumes;
  /** Expected wins on top of those that the goal takes; null where the plan asks for no chance. */
  readonly margin: Ratio | null;
  /** The chance of the goal; null until it is known where no chance is asked for. */
  readonly chance: GoalChance | null;
}

/** More wins than these are beyond what `goal.chance` is worked out for. */
export const MOST_ASKED: MostWins = { byLuck: 20_000, uncertain: 20_000 };
/**
 * Without being asked, the chance of more wins than these is not worked out: a plan must not wait for it. Where only luck is
 * uncertain 20,000 dated wins take some 10 ms; with uncertain rates 500 take a tenth of a second.
 */
export const MOST_UNASKED: MostWins = { byLuck: 20_000, uncertain: 500 };

/**
 * How much work is it, with the chance that the plan asks for?
 *
 * Where no chance is asked for: the whole wins with the buffer, of a profit as many as pay for whole units too.
 *
 * @returns undefined where no number of wins meets the goal
 * @throws PlanError where a chance is asked for more wins than 20,000, or counts outgrow 2^53 − 1
 */
export function planWork(compiled: CompiledPlan): PlannedWork | undefined {
  const wins = winsToGoFor(compiled);
  if (wins === undefined) return undefined;
  const plain = computeVolumes(compiled, toCount(wins, goalAt(compiled, "amount")));
  const written = compiled.plan.goal.chance;
  if (written === undefined) return { volumes: plain, margin: null, chance: null };
  const asked = parseRate(written);
  const number = nearestNumber(asked);
  const nothing = { asked: number, ...UNKNOWN };
  if (plain.blocked.length > 0 || !isPositive(compiled.bridge.worth))
    return {
      volumes: plain,
      margin: null,
      chance: { ...nothing, reason: saidNoChance({ code: "no-value" }) },
    };
  if (decidingGoal(compiled, plain) === undefined) throw goalsApart(goalAt(compiled, "chance"), written);
  const chance = chanceOf(compiled, plain, MOST_ASKED, 1e-6);
  if (chance === undefined) throw tooMany(goalAt(compiled, "chance"), written);
  const found = findMargin(compiled, chance, asked);
  const without = chance.of(plain).chance;
  const volumes = found?.volumes ?? plain;
  const reached = found?.reached ?? chance.of(plain, number);
  return {
    volumes,
    margin: found?.wins ?? null,
    chance: {
      asked: number,
      // Where rounding hid it, exact fractions have decided.
      reached: found === undefined ? reached.chance : Math.max(reached.chance, number),
      without,
      error: reached.error,
      from: uncertaintyFrom(chance, workOf(compiled, chance.inputs, volumes)),
      reason: null,
    },
  };
}

const UNKNOWN = { reached: null, without: null, error: null, from: null } as const;

/** How sure is a plan that asks for no chance? */
export function toldChance(compiled: CompiledPlan, volumes: Volumes): GoalChance {
  if (volumes.blocked.length > 0 || !isPositive(compiled.bridge.worth))
    return { asked: null, ...UNKNOWN, reason: saidNoChance({ code: "no-value" }) };
  // The work of the whole plan is known by month; what is ahead of a snapshot is not.
  if (compiled.months.length > 0) return toldForMonths(compiled, volumes);
  if (compiled.earning !== undefined && compiled.goals.length === 0 && areLoopsKnown(compiled.flow))
    return toldOfEarned(compiled, volumes);
  const untold = whyUntold(compiled);
  if (untold !== undefined) return { asked: null, ...UNKNOWN, reason: saidNoChance(untold) };
  if (decidingGoal(compiled, volumes) === undefined)
    return { asked: null, ...UNKNOWN, reason: saidNoChance({ code: "goals-apart" }) };
  const chance = chanceOf(compiled, volumes, MOST_UNASKED, 1e-4);
  if (chance === undefined)
    return {
      asked: null,
      ...UNKNOWN,
      reason: saidNoChance({ code: "too-many-wins", most: mostUnasked(compiled, volumes) }),
    };
  const { chance: reached, error } = chance.of(volumes);
  const plain = lessBuffer(compiled);
  const without = plain === undefined ? reached : chance.of(plain).chance;
  const from = uncertaintyFrom(chance, workOf(compiled, chance.inputs, volumes));
  return { asked: null, reached, without, error, from, reason: null };
}

/** The work that it would be without its buffer; undefined where it has none. */
function lessBuffer(compiled: CompiledPlan): Volumes | undefined {
  const { bridge, months } = compiled;
  if (!isPositive(bridge.buffer)) return undefined;
  if (months.length > 0) return withoutBuffer(compiled);
  const exact = exactWins(bridge);
  return exact === undefined || !isPositive(exact) ? undefined : computeVolumes(compiled, ceiling(exact));
}

/** How sure is it that wins pay enough within the period? */
function toldOfEarned(compiled: CompiledPlan, volumes: Volumes): GoalChance {
  const told = chanceOfEarned(compiled, volumes);
  if (told === undefined) return { asked: null, ...UNKNOWN, reason: saidNoChance({ code: "earned" }) };
  const { chance: reached, error } = told;
  const plain = lessBuffer(compiled);
  const without = plain === undefined ? reached : (chanceOfEarned(compiled, plain)?.chance ?? null);
  return { asked: null, reached, without, error, from: null, reason: null };
}

/** How sure is it that every month reaches its own goal? */
function toldForMonths(compiled: CompiledPlan, volumes: Volumes): GoalChance {
  const told = chanceOfEachMonth(compiled, volumes, MOST_UNASKED);
  if (told === undefined)
    return { asked: null, ...UNKNOWN, reason: saidNoChance({ code: "months-share-units" }) };
  const { chance: reached, error } = told;
  const plain = lessBuffer(compiled);
  const without =
    plain === undefined ? reached : (chanceOfEachMonth(compiled, plain, MOST_UNASKED)?.chance ?? null);
  return { asked: null, reached, without, error, from: null, reason: null };
}

/**
 * The chance of the goal as it is written, for any volumes; undefined where it needs too many wins, or their days, where the
 * goal holds for each month, and where none is told of such a funnel.
 */
export function chanceOf(
  compiled: CompiledPlan,
  planned: Volumes,
  mostWins: MostWins,
  tolerance: number,
): PlanChance | undefined {
  if (compiled.months.length > 0 || whyUntold(compiled) !== undefined) return undefined;
  const decides = decidingGoal(compiled, planned);
  if (decides === undefined) return undefined;
  const { goal, atLeast } = decides;
  const inputs = readChanceInputs(goal);
  const work = workOf(goal, inputs, planned);
  const amount = readAmountInputs(goal, planned);
  return planChance(goal, { inputs, amount, work, mostWins, tolerance, atLeast });
}

/** Up to how many wins the chance of such a plan is told without being asked. */
function mostUnasked(compiled: CompiledPlan, planned: Volumes): number {
  const goal = decidingGoal(compiled, planned)?.goal ?? compiled;
  const inputs = readChanceInputs(goal);
  const known = chanceRates(inputs, workOf(goal, inputs, planned));
  const isByLuck = isOnlyLuck(goal, inputs, known, readAmountInputs(goal, planned));
  return isByLuck ? MOST_UNASKED.byLuck : MOST_UNASKED.uncertain;
}

function goalsApart(path: Path, written: unknown): PlanError {
  const problem: Problem = {
    code: "chance.goals",
    expected:
      "goals of which at most one depends on losses or values that are uncertain, for a chance of all",
    advice: "leave chance out and add a buffer, or write what is lost as a number",
  };
  return new PlanError([issueAt(path, written, problem)]);
}

function tooMany(path: Path, written: unknown): PlanError {
  const problem: Problem = {
    code: "chance.too-large",
    expected: "a goal of up to 20,000 wins for goal.chance",
    advice:
      "count in larger units, or leave goal.chance out: with that many wins luck hardly matters, take a spread into account with a buffer",
  };
  return new PlanError([issueAt(path, written, problem)]);
}
