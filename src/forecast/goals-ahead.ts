import { bindsIn, eachGoal } from "../model/chosen-goal.js";
import { compareNeeds } from "../model/needs-most.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { divide, isZero, type Ratio } from "../number/ratio.js";
import { goalAnswer } from "../solve/goal-answer.js";
import type { GoalOutlook } from "./answer.js";
import { lookAhead, type Outlook } from "./outlook.js";

/** The same work ahead, looked at for another goal of the plan. */
export function outlookFor(
  { snapshot, pace, givenPace, horizon, volumes }: Outlook,
  goal: DatedPlan,
): Outlook {
  return lookAhead({ compiled: goal, snapshot, pace, givenPace, horizon }, volumes);
}

/** What each of several goals comes to by the period's end; none where the plan has one. */
export function goalsAhead(
  outlook: Outlook,
  amountAtEnd: (outlook: Outlook) => Ratio,
  chanceAtEnd: ((outlook: Outlook) => number | null) | undefined,
): readonly GoalOutlook[] {
  const { compiled } = outlook;
  if (bindsIn(compiled).binds === undefined) return [];
  return eachGoal(compiled).map((goal): GoalOutlook => {
    const { metric, amount: asked, unit } = goalAnswer(goal);
    const own = outlookFor(outlook, goal);
    const amount = amountAtEnd(own);
    const wanted = goal.bridge.goal;
    return {
      ...{ metric, goal: asked, unit, amount: encodeExact(amount) },
      attainment: isZero(wanted) ? null : encodeExact(divide(amount, wanted)),
      chance: chanceAtEnd === undefined ? null : chanceAtEnd(own),
      binds: compareNeeds(goal, compiled) === 0,
    };
  });
}
