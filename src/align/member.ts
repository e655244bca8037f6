import { at } from "../number/invariant.js";
import { compare, isZero, ratio, type Ratio } from "../number/ratio.js";
import type { Plan } from "../plan/plan.js";
import type { Reason } from "../words/reasons.js";
import { compilePlan, isDated, type DatedPlan, type KeptParts } from "../model/compile.js";
import { noValue, findReasons } from "../diagnose/reasons.js";
import { planWork, type PlannedWork } from "../solve/chance/goal-chance.js";
import { chanceReasons } from "../solve/chance/ways-out.js";
import { computeLimitUse, weekLabels, type LimitUse } from "../workload/utilisation.js";
import type { Volumes } from "../schedule/volumes.js";
import { listOwners } from "./owners.js";
import type { Teams } from "./shared-teams.js";

/** What a plan asks of one limit of a team in one week. */
export interface Ask {
  readonly demand: Ratio;
  /** What asks for most of it. */
  readonly activity: string;
}

/** One of the plans, with what it asks of the shared teams. */
export interface Member {
  readonly name: string;
  readonly plan: Plan;
  readonly compiled: DatedPlan;
  /** The wins and the work that it comes to, with the chance that it asks for; undefined where no number of wins meets it. */
  readonly planned: PlannedWork | undefined;
  /** What keeps the plan from being met even alone. */
  readonly reasons: readonly Reason[];
  /** By {@link cellKey}. */
  readonly asks: ReadonlyMap<string, Ask>;
}

/** No one types this into a name. */
const BETWEEN = "\u0000";

/** The name of one limit of a team in one week. */
export function cellKey(team: string, of: string, week: string): string {
  return [team, of, week].join(BETWEEN);
}

/** The parts of a {@link cellKey}. */
export function cellOf(key: string): { readonly team: string; readonly of: string; readonly week: string } {
  const [team = "", of = "", week = ""] = key.split(BETWEEN);
  return { team, of, week };
}

const HALF = ratio(1, 2);

/**
 * Works out what a plan asks of the teams; what stays as it is may be taken over from the same plan before a change.
 *
 * @throws TypeError for a plan without dates
 */
export function buildMember(name: string, plan: Plan, teams: Teams, kept?: KeptParts): Member {
  const own = Object.fromEntries(
    listOwners(plan).flatMap((owner) => {
      const team = Object.hasOwn(teams, owner) ? teams[owner] : undefined;
      return team === undefined ? [] : [[owner, team] as const];
    }),
  );
  const compiled = compilePlan({ ...plan, teams: own }, HALF, kept);
  if (!isDated(compiled)) throw new TypeError("buildMember requires a plan whose period has dates");
  const planned = planWork(compiled);
  const reasons =
    planned === undefined
      ? [noValue(compiled)]
      : [...findReasons(compiled, planned.volumes), ...chanceReasons(compiled, planned)];
  return { name, plan, compiled, planned, reasons, asks: asksOf(compiled, planned) };
}

function asksOf(compiled: DatedPlan, planned: PlannedWork | undefined): Member["asks"] {
  if (planned === undefined || planned.volumes.blocked.length > 0) return new Map();
  return listAsks(compiled, planned.volumes);
}

/** What a number of wins of a plan asks of its teams. */
export function listAsks(compiled: DatedPlan, volumes: Volumes): Member["asks"] {
  const labels = weekLabels(compiled);
  const asks = new Map<string, Ask>();
  for (const use of computeLimitUse(compiled, volumes))
    labels.forEach((week, index) => {
      const demand = at(use.demand, index);
      if (!isZero(demand))
        asks.set(cellKey(use.team.name, use.of, week), { demand, activity: mostOf(use, index) });
    });
  return asks;
}

/** The first of the parts that ask for most in a week; a demand above 0 has a part. */
function mostOf({ parts }: LimitUse, week: number): string {
  return parts.reduce((best, part) =>
    compare(at(part.demand, week), at(best.demand, week)) > 0 ? part : best,
  ).name;
}
