import { compare, ratio, ZERO, type Ratio } from "../number/ratio.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import type { Plan } from "../plan/plan.js";
import type { Reason } from "../diagnose/reason.js";
import { compilePlan, type CompiledPlan as Prepared, type KeptParts } from "../model/compile.js";
import { noValue, findReasons } from "../diagnose/reasons.js";
import { computeLimitUse, weekLabels, type LimitUse } from "../workload/utilisation.js";
import { computeVolumes, type Volumes } from "../schedule/volumes.js";
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
  readonly prepared: Prepared;
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

/** Works out what a plan asks of the teams; what stands may be taken over from the same plan before a change. */
export function buildMember(name: string, plan: Plan, teams: Teams, standing?: KeptParts): Member {
  const own = Object.fromEntries(
    listOwners(plan).flatMap((owner) => {
      const team = Object.hasOwn(teams, owner) ? teams[owner] : undefined;
      return team === undefined ? [] : [[owner, team] as const];
    }),
  );
  const prepared = compilePlan({ ...plan, teams: own }, HALF, standing);
  const exact = exactWins(prepared.bridge);
  if (exact === undefined) return { name, plan, prepared, reasons: [noValue(prepared)], asks: new Map() };
  const volumes = computeVolumes(prepared, wholeWins(prepared.bridge, exact));
  const reasons = findReasons(prepared, volumes);
  return {
    name,
    plan,
    prepared,
    reasons,
    asks: volumes.blocked.length > 0 ? new Map() : listAsks(prepared, volumes),
  };
}

/** What a number of wins of a plan asks of its teams. */
export function listAsks(prepared: Prepared, volumes: Volumes): ReadonlyMap<string, Ask> {
  const labels = weekLabels(prepared);
  const asks = new Map<string, Ask>();
  for (const use of computeLimitUse(prepared, volumes))
    labels.forEach((week, index) => {
      const demand = use.demand[index] ?? ZERO;
      if (demand.num !== 0)
        asks.set(cellKey(use.team.name, use.of, week), { demand, activity: mostOf(use, index) });
    });
  return asks;
}

function mostOf({ parts }: LimitUse, week: number): string {
  const most = parts.reduce<LimitUse["parts"][number] | undefined>(
    (best, part) =>
      best === undefined || compare(part.demand[week] ?? ZERO, best.demand[week] ?? ZERO) > 0 ? part : best,
    undefined,
  );
  return most?.name ?? "";
}
