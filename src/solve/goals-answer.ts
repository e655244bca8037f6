import { amountOfWins, exactWins, plannedWins } from "../model/bridge.js";
import { goalAt } from "../model/chosen-goal.js";
import type { CompiledPlan } from "../model/compile.js";
import { toCount } from "../model/count.js";
import { compareNeeds, moreFromPipeline } from "../model/needs-most.js";
import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { add, divide, isZero, type Ratio, type Whole } from "../number/ratio.js";
import type { OneOfGoals } from "./answer.js";
import { goalAnswer } from "./goal-answer.js";

/** What each of several goals takes, and what the wins to go for bring of it; none where the plan has one goal. */
export function goalsAnswer(compiled: CompiledPlan, wins: Whole): readonly OneOfGoals[] {
  return compiled.goals.map((each): OneOfGoals => {
    const exact = must(exactWins(each.bridge), "the wins of a plan with targets");
    const brought = amountBy(each, compiled, wins);
    const { goal } = each.bridge;
    return {
      ...goalAnswer(each),
      exactWins: encodeExact(exact),
      wins: toCount(
        must(plannedWins(each.bridge), "the wins of a plan with targets"),
        goalAt(each, "amount"),
      ),
      brought: encodeExact(brought),
      attainment: isZero(goal) ? null : encodeExact(divide(brought, goal)),
      binds: compareNeeds(each, compiled) === 0,
    };
  });
}

/**
 * What so many wins of a plan bring of one of its goals. Open units with a value of their own count for another number of wins
 * under each of them.
 */
export function amountBy(goal: CompiledPlan, compiled: CompiledPlan, wins: Whole): Ratio {
  return amountOfWins(goal.bridge, add({ num: wins, den: 1 }, moreFromPipeline(goal, compiled)));
}
