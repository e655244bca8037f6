import { divide, equal, isPositive, compare, ONE, ZERO, type Ratio } from "../../number/ratio.js";
import { eachGoal } from "../../model/chosen-goal.js";
import { outlookFor } from "../goals-ahead.js";
import type { Outlook } from "../outlook.js";
import { readAhead, type Ahead } from "./ahead.js";
import type { DecidedUnits } from "./decided.js";
import { targetOf } from "./tell-day.js";

/** The outlook for one of several goals, and how many average wins must still come for it. */
interface GoalAhead {
  readonly ahead: Ahead;
  readonly wins: Ratio;
  readonly isCertain: boolean;
  readonly hasLosses: boolean;
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
  const certain = goals.filter(({ isCertain }) => isCertain);
  const byValue = goals.filter(({ isCertain, hasLosses }) => !isCertain && !hasLosses);
  const uncertain = [...byValue.reduce(moreOf, []), ...goals.filter(({ hasLosses }) => hasLosses)];
  const [most] = certain.reduce(moreOf, []);
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

/** Of those so far and one more the one for which more must come. */
function moreOf([most]: readonly GoalAhead[], one: GoalAhead): GoalAhead[] {
  return [most === undefined || compare(one.wins, most.wins) > 0 ? one : most];
}
