import type { Path } from "../schema/issue.js";
import { goalSchema } from "./goal.js";
import type { GoalInput, GoalPlan, PlanInput } from "./plan.js";

/** What one of several goals says for all of them. */
export const SAID_ONCE = ["period", "chance", "profile"] as const;

/** What is said of each goal by itself, or once for all of them. */
type GoalKey = keyof GoalInput;

/**
 * Each of several goals as a plan of its own, with the period, the chance and the profile that one of them says for all; of
 * a plan with one goal the plan alone.
 */
export function goalPlans(plan: PlanInput): readonly GoalPlan[] {
  if (plan.goals === undefined) return [plan];
  const { goals } = plan;
  const once = Object.fromEntries(
    SAID_ONCE.flatMap((key) => {
      const said = goals.find((goal) => goal[key] !== undefined)?.[key];
      return said === undefined ? [] : [[key, said]];
    }),
  );
  return goals.map((goal) =>
    Object.freeze({ ...plan, goals: undefined, goal: Object.freeze({ ...goal, ...once }) as GoalInput }),
  );
}

/** A plan, and which of its goals was chosen: its place among several, left out where there is one. */
interface ChosenGoal {
  readonly plan: PlanInput;
  readonly binds?: number | undefined;
}

/**
 * The plan with the goal that was chosen; a plan with one goal as it is.
 *
 * @throws RangeError for a place at which there is no goal
 */
export function chosenPlan({ plan, binds = 0 }: ChosenGoal): GoalPlan {
  const chosen = goalPlans(plan)[binds];
  if (chosen === undefined) throw new RangeError(`chosenPlan requires the place of a goal; got ${binds}`);
  return chosen;
}

/** Whether it is said of a goal. */
export function isGoalKey(key: unknown): key is GoalKey {
  return typeof key === "string" && Object.hasOwn(goalSchema.shape, key);
}

/** Where the plan says something of the goal that was chosen. */
export function goalKeyPath({ plan, binds = 0 }: ChosenGoal, key: GoalKey): Path {
  const { goals } = plan;
  if (goals === undefined) return ["goal", key];
  const isOnce = SAID_ONCE.some((each) => each === key);
  const said = isOnce ? goals.findIndex((goal) => goal[key] !== undefined) : -1;
  return ["goals", said < 0 ? binds : said, key];
}
