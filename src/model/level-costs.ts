import { at } from "../number/invariant.js";
import { add, divide, isZero, multiply, ratio, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledActivity } from "./activities.js";
import { extraCostOnce, type CompiledCosts } from "./costs.js";
import type { CompiledDeal } from "./deal.js";
import type { WindowedStage } from "./entry-shapes.js";
import { computeNeeds } from "./needs.js";
import { startedUnits } from "./started-units.js";
import type { Teams } from "./teams.js";

/** What the plan's level work costs, before anything is rounded up: so much for each win, and so much beside. */
export interface LevelCosts {
  /** What one more win costs: all work that it causes, late work too. */
  readonly perWin: Ratio;
  /** What channels with fixed units cost whatever is won, less what their wins and those of open work save; may be below 0. */
  readonly given: Ratio;
}

/** What costs are worked out from. */
interface CostedFlow {
  readonly flow: readonly WindowedStage[];
  readonly deal: CompiledDeal;
  readonly teams: Teams;
  readonly costs: CompiledCosts;
  /** Wins that open work brings: they cause no new work before the win. */
  readonly openWins: Ratio;
}

/** So many wins that no channel with fixed units brings more than is needed. */
const FAR = ratio(10n ** 30n);

/**
 * What does one more win cost?
 *
 * cost of a win = Σ over stages of (units per win × cost of a unit) + cost of the work that a win causes, unrounded, with
 * the work that lands too late. Hours of teams that are paid for being there cost nothing more. Where channels bring
 * fixed units, it is what a win costs beyond them.
 */
export function computeLevelCosts(plan: CostedFlow): LevelCosts {
  const one = costOf(plan, FAR);
  const perWin = divide(subtract(costOf(plan, multiply(FAR, ratio(2))), one), FAR);
  return { perWin, given: subtract(one, multiply(perWin, FAR)) };
}

function costOf(plan: CostedFlow, wins: Ratio): Ratio {
  const { flow, deal, openWins } = plan;
  const { entries } = computeNeeds(flow, subtract(wins, openWins));
  const units: Ratio[] = [...startedUnits(flow, entries)];
  for (const { index, next, rate, inUnitsChannel } of flow)
    if (next >= 0 && !inUnitsChannel) units[next] = add(at(units, next), multiply(at(units, index), rate));
  const ofStages = flow.map(({ activities, index }) => {
    const each = costOfUnit(plan, activities);
    return isZero(each) ? ZERO : multiply(each, at(units, index));
  });
  return add(sum(ofStages), multiply(costOfUnit(plan, deal.activities), wins));
}

function costOfUnit({ teams, costs }: CostedFlow, activities: readonly CompiledActivity[]): Ratio {
  return sum(
    activities.map((activity) => multiply(activity.perUnit, extraCostOnce(teams, costs, activity) ?? ZERO)),
  );
}
