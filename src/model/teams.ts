import type { PlanInput } from "../plan/plan.js";
import { compileTeam, type TeamCapacity } from "./team-capacity.js";

/** A period without dates has one working day that stands for all. */
const ANY_DAY = [0];

/** Every team of the plan over its working days, in the order of the plan. */
export function compileTeams(
  { teams }: PlanInput,
  days: readonly number[] | undefined,
  from: number,
): ReadonlyMap<string, TeamCapacity> {
  return new Map(
    Object.entries(teams ?? {}).map(([name, team]) => [name, compileTeam(name, team, days ?? ANY_DAY, from)]),
  );
}
