import { at } from "../number/invariant.js";
import {
  add,
  compare,
  divide,
  isPositive,
  isZero,
  larger,
  multiply,
  ONE,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import type { CompiledActivity } from "./activities.js";
import { extraCostOnce, type CompiledCosts } from "./costs.js";
import type { CompiledDeal } from "./deal.js";
import type { WindowedStage } from "./entry-shapes.js";
import { unitsBrought } from "./flow.js";
import { computeNeeds } from "./needs.js";
import { computeLevelEffort, startedUnits } from "./started-units.js";
import type { Teams } from "./teams.js";

/** What costs are worked out from. */
export interface CostedFlow {
  readonly flow: readonly WindowedStage[];
  readonly deal: CompiledDeal;
  readonly teams: Teams;
  readonly costs: CompiledCosts;
  /** Wins that open work brings: they cause no new work before the win. */
  readonly openWins: Ratio;
}

/** What the plan's level work costs, before anything is rounded up: so much for each win, and so much beside. */
export interface LevelCosts {
  /** What one more win costs: all work that it causes, late work too. */
  readonly perWin: Ratio;
  /** What channels with fixed units cost whatever is won, less what their wins and those of open work save; may be below 0. */
  readonly given: Ratio;
}

/** What so many wins cost, and what one more would. */
interface CostsAt {
  readonly wins: Ratio;
  readonly cost: Ratio;
  readonly perWin: Ratio;
}

/**
 * What does a win cost where a profit is just reached?
 *
 * The least wins are looked for whose margin pays for all that they cost: wins × `gain` − cost ≥ `amount`. The first wins
 * may cost less than later ones, where open work or channels with fixed units bring them. So the line of today's costs is
 * followed to where it would be enough, and from there on the line of the costs there, until it is.
 *
 * @param gain what the margin of a win is
 * @param amount what must be left when the work is paid
 */
export function computeLevelCosts(plan: CostedFlow, gain: Ratio, amount: Ratio): LevelCosts {
  const start = costsAt(plan, ZERO);
  let line = start;
  for (let here = start; ; here = costsAt(plan, here.wins)) {
    const short = subtract(add(amount, here.cost), multiply(gain, here.wins));
    if (!isPositive(short)) return lineThrough(line);
    const worth = subtract(gain, here.perWin);
    // From here on every win costs what it brings, or more: it is never enough.
    if (!isPositive(worth)) return { perWin: here.perWin, given: start.cost };
    line = here;
    here = { ...here, wins: add(here.wins, divide(short, worth)) };
  }
}

function lineThrough({ wins, cost, perWin }: CostsAt): LevelCosts {
  return { perWin, given: subtract(cost, multiply(perWin, wins)) };
}

/**
 * What does one more win cost, when so many are planned?
 *
 * cost of a win = Σ over stages of (units per win × cost of a unit) + cost of the work that a win causes, unrounded, with
 * the work that lands too late. Hours of teams that are paid for being there cost nothing more.
 */
export function costOfNextWin(plan: CostedFlow, wins: Ratio): Ratio {
  return costsAt(plan, wins).perWin;
}

/** Whether so many wins leave too little, and more of them would leave no more: their costs only grow faster. */
export function isPastEnough(plan: CostedFlow, gain: Ratio, amount: Ratio, wins: Ratio): boolean {
  const { cost, perWin } = costsAt(plan, wins);
  return compare(perWin, gain) >= 0 && compare(subtract(multiply(gain, wins), cost), amount) < 0;
}

/** What work costs that starts so many units at each stage, by index, and brings so many wins. */
export function costOfStarted(plan: CostedFlow, started: readonly Ratio[], wins: Ratio): Ratio {
  return add(costOfUnits(plan, started), multiply(costOfUnit(plan, plan.deal.activities), wins));
}

function costsAt(plan: CostedFlow, wins: Ratio): CostsAt {
  const { flow, openWins } = plan;
  const { entries } = computeNeeds(flow, larger(ZERO, subtract(wins, openWins)));
  const more = startedByOneMore(flow, entries, compare(wins, openWins) < 0 ? ZERO : ONE);
  const ofWin = costOfUnit(plan, plan.deal.activities);
  return {
    wins,
    cost: costOfStarted(plan, startedUnits(flow, entries), wins),
    perWin: add(costOfUnits(plan, more), ofWin),
  };
}

/** What all units cost that start at stages, by index, and go on to later ones. */
function costOfUnits(plan: CostedFlow, started: readonly Ratio[]): Ratio {
  const units: Ratio[] = [...started];
  for (const { index, next, rate, inUnitsChannel } of plan.flow)
    if (next >= 0 && !inUnitsChannel) units[next] = add(at(units, next), multiply(at(units, index), rate));
  return sum(
    plan.flow.map(({ activities, index }) => {
      const each = costOfUnit(plan, activities);
      return isZero(each) ? ZERO : multiply(each, at(units, index));
    }),
  );
}

/** How many more units start at each stage for one more win, given what enters it; `leaving` is how many more wins are new. */
export function startedByOneMore(
  flow: readonly WindowedStage[],
  entries: readonly Ratio[],
  leaving: Ratio,
): readonly Ratio[] {
  const out: Ratio[] = flow.map(() => ZERO);
  const started: Ratio[] = flow.map(() => ZERO);
  out[flow.length - 1] = leaving;
  for (const stage of [...flow].reverse()) {
    const { index, rate, isWork, feeders, window, unitsLanding } = stage;
    const need = isZero(rate) ? ZERO : divide(at(out, index), rate);
    if (isWork) {
      started[index] = computeLevelEffort(need, window);
      continue;
    }
    if (feeders.length === 0) {
      out[index - 1] = need;
      continue;
    }
    const isBrought = compare(at(entries, index), unitsBrought(stage, unitsLanding)) < 0;
    for (const { last, units, share } of feeders)
      out[last] = units !== null || isBrought ? ZERO : multiply(share, need);
    if (isBrought && !isZero(unitsLanding)) started[index] = divide(need, unitsLanding);
  }
  return started;
}

function costOfUnit({ teams, costs }: CostedFlow, activities: readonly CompiledActivity[]): Ratio {
  return sum(
    activities.map((activity) => multiply(activity.perUnit, extraCostOnce(teams, costs, activity) ?? ZERO)),
  );
}
