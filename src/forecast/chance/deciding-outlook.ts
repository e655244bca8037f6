import { divide, equal, isPositive, ONE, ZERO } from "../../number/ratio.js";
import { eachGoal } from "../../model/chosen-goal.js";
import { hardestOf, type GoalWins } from "../../solve/chance/deciding-goal.js";
import { outlookFor } from "../goals-ahead.js";
import type { Outlook } from "../outlook.js";
import { readAhead, type Ahead } from "./ahead.js";
import type { DecidedUnits } from "./decided.js";
import { targetOf } from "./tell-day.js";

/** The outlook for one of several goals; its wins are those that must still come. */
interface GoalAhead extends GoalWins {
  readonly ahead: Ahead;
}

/**
 * The outlook for the goal on which it depends whether all of several are reached.
 *
 * Where every win brings the same and nothing is lost by chance, and among goals that only differ in how much of the same values
 * they ask for, it is the one for which most must still come. One whose losses or values are uncertain decides alone where
 * nothing more must come for the others.
 *
 * @returns undefined where no single goal decides
 */
export function decidingOutlook(outlook: Outlook, decided: DecidedUnits): Outlook | undefined {
  const { compiled } = outlook;
  const goals = eachGoal(compiled).map((goal) => readOne(outlookFor(outlook, goal), decided));
  if (!goals.every(({ ahead }) => equal(ahead.outlook.compiled.bridge.keep, compiled.bridge.keep)))
    return undefined;
  const { most, uncertain } = hardestOf(goals);
  const [alone, other] = uncertain;
  if (alone === undefined) return most?.ahead.outlook;
  const isAlone = other === undefined && (most === undefined || !isPositive(most.wins));
  return isAlone ? alone.ahead.outlook : undefined;
}

function readOne(outlook: Outlook, decided: DecidedUnits): GoalAhead {
  const ahead = readAhead(outlook, decided);
  const { amount, usual, units } = ahead;
  const { need, losses } = targetOf(ahead, ZERO);
  const hasLosses = losses.chances.length > 1;
  const areAlike = usual.length === 1 && units.every(({ worth }) => equal(worth, ONE));
  return {
    ahead,
    wins: isPositive(amount.worth) ? divide(need, amount.worth) : need,
    isCertain: areAlike && !hasLosses,
    hasLosses,
  };
}
