import type { Money } from "../number/measure.js";
import { add, divide, multiply, ratio, sum, type Ratio } from "../number/ratio.js";
import { planPeriod } from "../plan/plan-period.js";
import type { GoalPlan } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { spansIn, spanTotal } from "./base-spans.js";
import { habitLoad, habitMinutes, type HabitDays } from "./habit-minutes.js";
import type { CompiledActivity } from "./activities.js";
import type { CompiledHabit } from "./habits.js";
import type { CompiledTask } from "./tasks.js";
import type { TeamCapacity, TeamPay } from "./team-capacity.js";
import { teamOf, type Teams } from "./teams.js";

/** Hours and what they cost. */
interface PaidHours {
  readonly hours: Ratio;
  readonly cost: Money;
}

/** A habit or a task of a team whose hours cost something. */
interface BesideWork extends PaidHours {
  readonly name: string;
  readonly team: string;
  /** What a habit is for, as it is written; null for tasks, and where the plan does not say. */
  readonly serves: string | null;
}

/** What is paid whatever is won. */
export interface CompiledCosts {
  /** The fixed costs of the period; undefined where the plan has none. */
  readonly fixed: Money | undefined;
  /** What each row of them comes to; one where they are written as one amount. */
  readonly fixedParts: readonly Money[];
  /** Habits and tasks. */
  readonly beside: readonly BesideWork[];
  /** By name, the teams that are paid for being there: all those hours. */
  readonly presence: ReadonlyMap<string, PaidHours>;
}

/** When and by whom the plan's work is done. */
interface CostedWork extends HabitDays {
  readonly teams: Teams;
  readonly habits: readonly CompiledHabit[];
  readonly tasks: readonly CompiledTask[];
}

const MINUTES = ratio(60);

/** Reads what a validated plan pays whatever is won. */
export function compileCosts(plan: GoalPlan, work: CostedWork): CompiledCosts {
  const fixedParts = fixedCosts(plan);
  return {
    fixed: plan.fixedCosts === undefined ? undefined : sum(fixedParts),
    fixedParts,
    beside: [...habitHours(work), ...taskHours(work)],
    presence: new Map(
      [...work.teams.values()].flatMap((team) => {
        const paid = presenceOf(team, work);
        return paid === undefined ? [] : [[team.name, paid] as const];
      }),
    ),
  };
}

function fixedCosts(plan: GoalPlan): readonly Money[] {
  const { fixedCosts: written = [] } = plan;
  if (typeof written !== "object") return [parseQuantity(written)];
  return written.map(({ amount, per }) =>
    multiply(parseQuantity(amount), spanTotal(spansIn(planPeriod(plan), per ?? "period"))),
  );
}

function habitHours(work: CostedWork): BesideWork[] {
  return work.habits.flatMap((habit) => {
    const load = habitLoad(habit);
    const team = teamOf(work.teams, habit.owner);
    if (load === undefined || team?.pay === undefined) return [];
    const paid = paidFor(habitMinutes(work, load), team.pay);
    return [{ name: habit.name, team: team.name, serves: habit.serves, ...paid }];
  });
}

/** Tasks that are over when work begins took their hours before. */
function taskHours({ tasks, teams, workDays }: CostedWork): BesideWork[] {
  const [first] = workDays;
  return tasks.flatMap(({ name, owner, minutes, due }) => {
    const team = teamOf(teams, owner);
    if (team?.pay === undefined || first === undefined || due < first) return [];
    return [{ name, team: team.name, serves: null, ...paidFor(minutes, team.pay) }];
  });
}

function paidFor(minutes: Ratio, { perHour }: TeamPay): PaidHours {
  const hours = divide(minutes, MINUTES);
  return { hours, cost: multiply(hours, perHour) };
}

/** Of a full day all working minutes are paid, overhead too. */
function presenceOf({ pay, minutesPerDay }: TeamCapacity, { period }: CostedWork): PaidHours | undefined {
  if (pay?.presence === undefined || minutesPerDay === undefined) return undefined;
  const times = period.kind === "undated" ? ratio(period.workingDays) : ratio(1);
  const hoursPerDay = multiply(divide(minutesPerDay, MINUTES), times);
  const { days, perHour } = pay.presence;
  return { hours: multiply(days, hoursPerDay), cost: multiply(perHour, hoursPerDay) };
}

/** The hours that doing an activity once takes of a team whose hours cost something, and what they cost. */
export function hoursOnce(teams: Teams, { owner, minutes }: CompiledActivity): PaidHours | undefined {
  const pay = teamOf(teams, owner)?.pay;
  return pay === undefined || minutes === undefined ? undefined : paidFor(minutes, pay);
}

/** What doing an activity once costs: as written, and its hours; undefined where the plan says neither. */
export function costOnce(teams: Teams, activity: CompiledActivity): Money | undefined {
  const hours = hoursOnce(teams, activity)?.cost;
  if (hours === undefined) return activity.cost;
  return activity.cost === undefined ? hours : add(activity.cost, hours);
}

/** What doing an activity once more costs: the hours of who is paid for being there are paid already. */
export function extraCostOnce(
  teams: Teams,
  { presence }: CompiledCosts,
  activity: CompiledActivity,
): Money | undefined {
  return activity.owner !== undefined && presence.has(activity.owner)
    ? activity.cost
    : costOnce(teams, activity);
}
