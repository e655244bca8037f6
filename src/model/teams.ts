import type { Day } from "../calendar/day.js";
import type { GoalPlan } from "../plan/plan.js";
import type { DayShares } from "../calendar/working-days.js";
import { compileTeam, type TeamCapacity } from "./team-capacity.js";

/** Teams by name, as far as the plan gives them. */
export type Teams = ReadonlyMap<string, TeamCapacity>;

/** A period without dates has one working day that stands for all. */
const ANY_DAY = [0];

/** Every team of the plan over its working days, in the order of the plan. */
export function compileTeams(
  { teams }: GoalPlan,
  days: readonly Day[] | undefined,
  shares: DayShares,
  from: Day,
): Teams {
  return new Map(
    Object.entries(teams ?? {}).map(([name, team]) => [
      name,
      days === undefined
        ? compileTeam(name, team, ANY_DAY, { ...shares, fullDay: 1 }, from)
        : compileTeam(name, team, days, shares, from),
    ]),
  );
}

/** The team that answers for something; undefined where none is named, and for one that the plan only names. */
export function teamOf(teams: Teams, owner: string | undefined): TeamCapacity | undefined {
  return owner === undefined ? undefined : teams.get(owner);
}
