import type { CompiledPlan } from "../../model/compile.js";
import { ceiling } from "../../number/ceiling.js";
import { compare, divide, equal, isPositive, ONE, ZERO, type Ratio } from "../../number/ratio.js";
import type { Volumes } from "../../schedule/volumes.js";
import { readAmountInputs, type AmountInputs } from "./amount-inputs.js";

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
  const certain = goals.filter(isCertain);
  const byValue = goals.filter((one) => !isCertain(one) && one.amount.losses === null);
  const uncertain = [...byValue.reduce(moreOf, []), ...goals.filter(({ amount }) => amount.losses !== null)];
  const [decides, other] = uncertain;
  if (other !== undefined) return undefined;
  const [most] = certain.reduce(moreOf, []);
  if (decides === undefined) return { goal: most?.goal ?? compiled, atLeast: 0 };
  const wins = most === undefined || !isPositive(most.wins) ? 0 : Number(ceiling(most.wins));
  return { goal: decides.goal, atLeast: wins };
}

/** A goal with what its wins must bring. */
interface UncertainGoal {
  readonly goal: CompiledPlan;
  readonly amount: AmountInputs;
  /** The average wins that it takes. */
  readonly wins: Ratio;
}

function readOne(goal: CompiledPlan, planned: Volumes | undefined): UncertainGoal {
  const amount = readAmountInputs(goal, planned);
  return { goal, amount, wins: isPositive(amount.worth) ? divide(amount.amount, amount.worth) : ZERO };
}

function isCertain({ goal, amount: { differs, extras, losses } }: UncertainGoal): boolean {
  const areAlike = goal.pipeline.every(({ worth }) => equal(worth, ONE));
  return areAlike && differs === null && extras.length === 0 && losses === null;
}

/** Of those so far and one more the one that takes more wins. */
function moreOf([most]: readonly UncertainGoal[], one: UncertainGoal): UncertainGoal[] {
  return [most === undefined || compare(one.wins, most.wins) > 0 ? one : most];
}
