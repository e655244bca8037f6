import type { CompiledPlan } from "../../model/compile.js";
import { ceiling } from "../../number/ceiling.js";
import { compare, divide, equal, isPositive, ONE, ZERO, type Ratio } from "../../number/ratio.js";
import type { Volumes } from "../../schedule/volumes.js";
import { readAmountInputs } from "./amount-inputs.js";

/** The goal on which it depends whether several are all reached, where so many wins come at least. */
export interface DecidingGoal {
  readonly goal: CompiledPlan;
  /** The wins that the other goals take; 0 where there is one goal. */
  readonly atLeast: number;
}

/**
 * Which of several goals decides whether all are reached?
 *
 * A goal for which every win brings the same, and nothing is lost by chance, is reached from a number of wins on: of such the
 * greatest number counts. Of goals that only differ in how much of the same values they ask for, the one that asks for most
 * decides. One more, whose losses are chance, can stand beside certain numbers of wins.
 *
 * @param planned the work that is done; default the level work of the plan
 * @returns undefined where two goals are uncertain each in its own way, so that no single one decides
 */
export function decidingGoal(compiled: CompiledPlan, planned?: Volumes): DecidingGoal | undefined {
  if (compiled.goals.length === 0) return { goal: compiled, atLeast: 0 };
  const goals = compiled.goals.map((goal) => readOne(goal, planned));
  if (!goals.every(({ goal }) => equal(goal.bridge.keep, compiled.bridge.keep))) return undefined;
  const { most, uncertain } = hardestOf(goals);
  const [decides, other] = uncertain;
  if (other !== undefined) return undefined;
  if (decides === undefined) return { goal: most?.goal ?? compiled, atLeast: 0 };
  const wins = most === undefined || !isPositive(most.wins) ? 0 : Number(ceiling(most.wins));
  return { goal: decides.goal, atLeast: wins };
}

/** What of one of several goals is uncertain beside the number of wins. */
export interface GoalWins {
  /** The average wins that it takes. */
  readonly wins: Ratio;
  /** Whether every win brings the same and nothing is lost by chance, so that it is reached from a number of wins on. */
  readonly isCertain: boolean;
  /** Whether something is lost by chance. */
  readonly hasLosses: boolean;
}

/**
 * The hardest of several goals: of those that a number of wins reaches for sure the one that takes most, of those that only differ
 * in how much of uncertain values they ask for the one that asks for most, and each whose losses are chance.
 */
export function hardestOf<Goal extends GoalWins>(
  goals: readonly Goal[],
): { readonly most: Goal | undefined; readonly uncertain: readonly Goal[] } {
  const [most] = goals.filter(({ isCertain }) => isCertain).reduce(moreOf<Goal>, []);
  const byValue = goals.filter(({ isCertain, hasLosses }) => !isCertain && !hasLosses);
  return {
    most,
    uncertain: [...byValue.reduce(moreOf<Goal>, []), ...goals.filter(({ hasLosses }) => hasLosses)],
  };
}

/** Of those so far and one more the one that takes more wins. */
function moreOf<Goal extends GoalWins>([most]: readonly Goal[], one: Goal): Goal[] {
  return [most === undefined || compare(one.wins, most.wins) > 0 ? one : most];
}

function readOne(
  goal: CompiledPlan,
  planned: Volumes | undefined,
): GoalWins & { readonly goal: CompiledPlan } {
  const { amount, worth, differs, extras, losses } = readAmountInputs(goal, planned);
  const areAlike = goal.pipeline.every((units) => equal(units.worth, ONE));
  return {
    goal,
    wins: isPositive(worth) ? divide(amount, worth) : ZERO,
    isCertain: areAlike && differs === null && extras.length === 0 && losses === null,
    hasLosses: losses !== null,
  };
}
